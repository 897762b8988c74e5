// The end of kernel:upgrade: a table, then one line for each check that failed. Of a build that failed, a few lines.
// @ts-check
import { stripVTControlCharacters } from 'node:util'
import { failureText } from '../test/failures.mjs'
import { finalLine, summaryTable } from '../test/summary.mjs'

/** @typedef {import('../test/run-suite.mjs').Result} Result */

const COLUMNS = 240

/**
 * @param {{ wanted: string, present: string }} versions
 * @param {readonly Result[]} results
 */
export function upgradeReport({ wanted, present }, results) {
  const failed = results.flatMap(({ name, failures }) =>
    failures.map((failure) => {
      const isTest = !failure.name.startsWith('it ended')
      return isTest
        ? `✗ ${name}: ${failure.name}: ${firstLine(failure.message)}`
        : failureText(name, [failure])
    }),
  )
  return [
    `Next ${wanted} in place of ${present}`,
    '',
    summaryTable(results),
    ...(failed.length === 0 ? [] : ['', ...failed]),
    '',
    finalLine(results),
  ].join('\n')
}

/** @param {string} message */
function firstLine(message) {
  const lines = stripVTControlCharacters(message).split('\n')
  return (lines.find((line) => line.trim() !== '') ?? 'no message').trim().slice(0, COLUMNS)
}
