// Which of the files that may name classes a stylesheet takes them from: all, but for what `source()` and `@source` in it
// say. Part of tailwind.js.

/** As Tailwind's compiler gives them back: relative to the folder of the stylesheet that names them. */
export interface SourcePattern {
  readonly base: string
  readonly pattern: string
  readonly negated: boolean
}

export type Glob = (pattern: string) => (path: string) => boolean

/** Of several patterns that a path fits, the last decides. */
export function createSourceFilter(
  patterns: readonly SourcePattern[],
  glob: Glob,
): (path: string) => boolean {
  const rules = patterns.map(({ base, pattern, negated }) => ({
    isTaken: !negated,
    fits: createMatcher(absolutePattern(base, pattern), glob),
  }))
  return (path) => rules.findLast(({ fits }) => fits(path))?.isTaken ?? false
}

function createMatcher(pattern: string, glob: Glob): (path: string) => boolean {
  if (/[*?{[]/.test(pattern)) return glob(pattern)
  const folder = pattern.replace(/\/?$/, '/')
  return (path) => path === pattern || path.startsWith(folder)
}

function absolutePattern(base: string, pattern: string): string {
  const parts: string[] = []
  for (const part of (pattern.startsWith('/') ? pattern : `${base}/${pattern}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}
