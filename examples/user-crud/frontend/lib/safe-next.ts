/** Where to go after signing in: a path of this app, whatever the address says. `//evil`, `/\evil` and the like are not. */
export function safeNext(value: unknown, otherwise = '/notes'): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return otherwise
  // A browser drops tabs and line breaks, reads \ as /, and resolves dots: let the same rules decide, then compare.
  const base = 'http://here.invalid'
  if (!URL.canParse(value, base)) return otherwise
  const url = new URL(value, base)
  const path = url.pathname + url.search
  return url.origin === base && !path.startsWith('//') ? path : otherwise
}
