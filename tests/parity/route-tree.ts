// The table of routes that `next build` prints at its end, out of all that it prints. Times go: they are printed for a
// page that took longer than 300 ms, so by the machine.

export function routeTree(printed = ''): string {
  const start = printed.indexOf('Route (app)')
  if (start < 0) return ''
  return printed
    .slice(start)
    .replace(/ \((?:avg )?\d+ ms\)/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}
