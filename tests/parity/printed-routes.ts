// The table of routes at the end of `next build`, out of what either side printed.

/** From its head to the legend's end; empty when none was printed. */
export function routesTable(printed: string): string {
  const start = printed.indexOf('Route (app)')
  if (start === -1) return ''
  return printed
    .slice(start)
    .split('\n')
    .map(withoutTime)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Next writes how long a page took to build when that was long, and what is long is the machine's: `(1.2 s)`. */
function withoutTime(line: string): string {
  return line.replace(/ \(\d+(?:\.\d+)? m?s\)/, '').trimEnd()
}
