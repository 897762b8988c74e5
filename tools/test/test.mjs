// npm test: sets up what the suites need, runs them in order, and ends with one line: `N passed, N failed`.
//   npm test -- units e2e   only these
//   npm test -- --list      their names
// A browser that is missing skips its suites with a sentence; with CI=true it fails them.
// @ts-check
import { findBrowser, missingBrowserSentence } from '../browsers/find-browsers.mjs'
import { buildAll } from '../start/build-steps.mjs'
import { prepare, runCommand } from '../start/prepare.mjs'
import { ensureVenv } from '../venv/venv.mjs'
import { failureText } from './failures.mjs'
import { runInLanes } from './run-in-lanes.mjs'
import { runBeside, runSuite } from './run-suite.mjs'
import { allSuites } from './suites.mjs'
import { finalLine, summaryTable } from './summary.mjs'

/** @typedef {import('./suites.mjs').Suite} Suite */
/** @typedef {import('./run-suite.mjs').Result} Result */

const inCi = process.env.CI === 'true' || process.env.CI === '1'
/** A CI job is ended from outside after an hour; ours must still say what passed. */
const CI_MINUTES = 55
const deadline = inCi ? performance.now() + CI_MINUTES * 60_000 : Number.POSITIVE_INFINITY

await runCommand(async () => {
  const suites = chooseSuites(process.argv.slice(2))
  if (process.argv.includes('--list')) {
    for (const { name, says } of suites) console.log(`${name.padEnd(20)} ${says}`)
    return
  }
  const { results, broken } = await prepareAndRun(suites)
  for (const { name, failures } of results)
    if (failures.length > 0) console.log(`\n${failureText(name, failures)}`)
  console.log(`\n${summaryTable(results)}`)
  for (const sentence of broken) console.log(sentence)
  console.log(finalLine(results))
  process.exitCode = results.some(({ counts }) => counts.failed > 0) ? 1 : 0
})

/** @param {string[]} args */
function chooseSuites(args) {
  const wanted = args.filter((arg) => !arg.startsWith('-'))
  const suites = allSuites()
  const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name))
  if (unknown.length > 0)
    throw new Error(
      `There is no suite called ${unknown.join(', ')}: npm test -- --list names them.`,
    )
  return wanted.length === 0 ? suites : suites.filter(({ name }) => wanted.includes(name))
}

/**
 * A set-up that breaks fails the suites that need it, and no others.
 * @param {Suite[]} suites
 * @returns {Promise<{ results: Result[], broken: string[] }>}
 */
async function prepareAndRun(suites) {
  const prepared = await prepare()
  /** @type {string[]} */
  const broken = []
  const attempt = async (/** @type {string} */ what, /** @type {() => Promise<void>} */ make) => {
    try {
      await make()
      return null
    } catch (cause) {
      const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
      console.error(`\n${text}\n`)
      broken.push(`${what} failed: ${text.split('\n')[0]}`)
      return `${what} failed`
    }
  }
  const needsVenv = suites.some(({ venv }) => venv)
  const venvNote = needsVenv
    ? await attempt('the Python environment', () => ensureVenv(prepared))
    : null
  const steps = [...new Set(suites.flatMap(({ builds }) => builds))]
  const buildNote =
    steps.length > 0 ? await attempt('the build', () => buildAll(prepared, steps)) : null
  const results = await runInLanes(suites, async (suite, isSecond) => {
    const note = (suite.venv ? venvNote : null) ?? (suite.builds.length > 0 ? buildNote : null)
    return note === null ? runUnlessBrowserIsMissing(suite, isSecond) : notRun(suite, note, true)
  })
  return { results, broken }
}

/** @param {Suite} suite @param {boolean} isSecond its output waits: another suite shows its own */
async function runUnlessBrowserIsMissing(suite, isSecond) {
  const missing = suite.browsers.find((name) => findBrowser(name) === null)
  if (missing !== undefined) {
    const sentence = missingBrowserSentence(missing)
    console.log(`\nSKIP ${suite.name}: ${sentence}`)
    return notRun(suite, sentence, inCi)
  }
  const minutesLeft = (deadline - performance.now()) / 60_000
  if (minutesLeft <= 0) return notRun(suite, `not run: ${CI_MINUTES} minutes were over`, true)
  const limited = { ...suite, minutes: Math.min(suite.minutes, minutesLeft) }
  if (isSecond) return runBeside(limited)
  console.log(`\n──── ${suite.name}: ${suite.says}`)
  return runSuite(limited)
}

/** @param {Suite} suite @param {string} note @param {boolean} isFailure @returns {Result} */
function notRun(suite, note, isFailure) {
  return {
    name: suite.name,
    ms: 0,
    note,
    failures: [],
    counts: { passed: 0, failed: isFailure ? 1 : 0, skipped: isFailure ? 0 : 1 },
  }
}
