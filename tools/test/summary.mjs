// The end of npm test: a table for people, one line for machines.
// @ts-check

/** @typedef {import('./run-suite.mjs').Result} Result */

/** @param {readonly Result[]} results */
export function summaryTable(results) {
  const width = Math.max(...results.map(({ name }) => name.length), 5)
  const row = (
    /** @type {string} */ name,
    /** @type {(string | number)[]} */ cells,
    /** @type {string} */ note,
  ) =>
    [name.padEnd(width), ...cells.map((cell) => String(cell).padStart(8)), note].join(' ').trimEnd()
  return [
    row('suite', ['passed', 'failed', 'skipped', 'seconds'], ''),
    ...results.map(({ name, counts, ms, note }) =>
      row(name, [counts.passed, counts.failed, counts.skipped, (ms / 1000).toFixed(1)], note ?? ''),
    ),
  ].join('\n')
}

/** @param {readonly Result[]} results */
export function finalLine(results) {
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((total, { counts }) => total + counts[key], 0)
  return `${sum('passed')} passed, ${sum('failed')} failed`
}
