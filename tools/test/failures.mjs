// What failed, in a few lines each: printed again at the end of npm test, where the output of a long run is read.
// @ts-check
import { stripVTControlCharacters } from 'node:util'

/** Lines of one failure, and characters of one line: an error from Python may be a megabyte long. */
const LINES = 12
const COLUMNS = 240
/** Of what the page showed: one line is all the text of a frame, or one request. */
const SHOWN = { lines: 12, columns: 1300 }

/** The attachment of tests/e2e/support/last-words.ts. */
const LAST_WORDS = 'what was shown'

/** @typedef {{ name: string, message: string, shown?: string }} Failure */

/** @type {Partial<Record<import('./counts.mjs').ReportKind, (report: string) => Failure[]>>} */
const readers = { vitest: readVitest, playwright: readPlaywright }

/**
 * @param {import('./counts.mjs').ReportKind} kind
 * @param {string | null} report text of the report, or null when there is none
 * @param {string} output what the suite printed: its end stands in for a report that names no tests
 * @returns {Failure[]}
 */
export function findFailures(kind, report, output) {
  if (kind === 'exit') return [{ name: 'it ended with an error', message: thrownIn(output) }]
  const read = readers[kind]
  const named = read && report !== null ? attempt(() => read(report)) : []
  return named.length > 0 ? named : [{ name: 'the end of its output', message: endOf(output) }]
}

/** @param {string} suite @param {readonly Failure[]} failures */
export function failureText(suite, failures) {
  return failures
    .map(({ name, message, shown = '' }) =>
      [`✗ ${suite}: ${name}`, ...indent(message), ...indent(shown, SHOWN)].join('\n'),
    )
    .join('\n\n')
}

/** @param {string} report @returns {Failure[]} */
function readVitest(report) {
  /** @type {{ testResults: { name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] }} */
  const { testResults } = JSON.parse(report)
  return testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0 && file.status === 'failed')
      return [{ name: file.name, message: file.message ?? '' }]
    return failed.map(({ fullName, failureMessages = [] }) => ({
      name: fullName,
      message: failureMessages.join('\n'),
    }))
  })
}

/** @typedef {{ errors?: { message?: string }[], attachments?: { name: string, body?: string }[] }} PlaywrightResult */

/**
 * @typedef {object} PlaywrightSuite
 * @property {PlaywrightSuite[]} [suites]
 * @property {{ title: string, tests: { status?: string, results: PlaywrightResult[] }[] }[]} [specs]
 */

/** @param {string} report @returns {Failure[]} */
function readPlaywright(report) {
  /** @type {{ suites: PlaywrightSuite[], errors: { message?: string }[] }} */
  const { suites, errors } = JSON.parse(report)
  return [
    ...errors.map(({ message = '' }) => ({ name: 'before any test', message })),
    ...suites.flatMap(failedSpecs),
  ]
}

/** @param {PlaywrightSuite} suite @returns {Failure[]} */
function failedSpecs({ suites = [], specs = [] }) {
  const failed = specs
    // Of one spec in two projects, `ok` is the first project's alone.
    .map(({ title, tests }) => ({
      title,
      unexpected: tests.filter(({ status }) => status === 'unexpected'),
    }))
    .filter(({ unexpected }) => unexpected.length > 0)
    .map(({ title, unexpected }) => ({
      name: title,
      message: resultsOf(unexpected).flatMap(messagesOf).join('\n'),
      shown: resultsOf(unexpected).flatMap(shownAt).join('\n'),
    }))
  return [...failed, ...suites.flatMap(failedSpecs)]
}

/** @param {{ results: PlaywrightResult[] }[]} tests */
const resultsOf = (tests) => tests.flatMap(({ results }) => results)

/** @param {PlaywrightResult} result */
const messagesOf = ({ errors = [] }) => errors.map(({ message = '' }) => message)

/** @param {PlaywrightResult} result */
const shownAt = ({ attachments = [] }) =>
  attachments
    .filter(({ name }) => name === LAST_WORDS)
    .map(({ body = '' }) => Buffer.from(body, 'base64').toString('utf8'))

/** Half a report, from a runner that crashed, names nothing. @param {() => Failure[]} read @returns {Failure[]} */
function attempt(read) {
  try {
    return read()
  } catch {
    return []
  }
}

/** From the line that names the error: above it Node prints the line that threw, and npm its warnings. @param {string} output */
function thrownIn(output) {
  const at = output.search(/^(\w*Error\b.*:|npm (error|ERR!) )/m)
  return at < 0 ? endOf(output) : output.slice(at)
}

/** @param {string} output */
function endOf(output) {
  return output.trimEnd().split('\n').slice(-LINES).join('\n')
}

/** @param {string} text */
function indent(text, { lines, columns } = { lines: LINES, columns: COLUMNS }) {
  return stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, lines)
    .map((line) => `    ${line.slice(0, columns)}`)
}
