// Runs one suite's command, shows and keeps its output, ends it at its deadline.
// @ts-check
import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'
import { countTests } from './counts.mjs'
import { findFailures } from './failures.mjs'

const FOLDER = join(ROOT, 'build', 'test')
/** After the deadline a suite gets this long to end by itself. */
const GRACE_MS = 5000
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM'])
/** Groups of the suites under way. Ctrl-C goes to our own group only, so we pass it on to all of them. */
const underWay = /** @type {Set<number | undefined>} */ (new Set())

function interrupt() {
  for (const pid of underWay) endGroup(pid, 'SIGKILL')
  process.exit(130)
}

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {import('./counts.mjs').Counts} counts
 * @property {number} ms
 * @property {string | null} note why it was skipped or cut short
 * @property {readonly import('./failures.mjs').Failure[]} failures
 */

/** @typedef {Pick<import('./suites.mjs').Suite, 'name' | 'report' | 'start' | 'minutes'>} Command what is run, without what it needs */
/** @typedef {{ folder?: string, isShown?: boolean }} Place where report and log lie; whether the output is printed too */

/**
 * @param {Command} suite
 * @param {Place} [place]
 * @returns {Promise<Result>}
 */
export async function runSuite(suite, place = {}) {
  const { folder = FOLDER } = place
  mkdirSync(folder, { recursive: true })
  const reportFile = join(folder, `${suite.name}.report`)
  rmSync(reportFile, { force: true })
  const start = performance.now()
  const { exitCode, output, late } = await runToEnd(suite, reportFile, place)
  const fromFile = existsSync(reportFile) ? readFileSync(reportFile, 'utf8') : null
  const report = suite.report === 'example' ? output : fromFile
  const counts = countTests(suite.report, report, exitCode)
  const failures = counts.failed > 0 ? findFailures(suite.report, report, output) : []
  const note = late ? `ended after ${suite.minutes.toFixed(1)} minutes, its limit` : null
  return { name: suite.name, counts, ms: performance.now() - start, note, failures }
}

/**
 * Beside another that shows its output: what this one says comes in one piece when it has ended.
 * @param {Command & { says: string }} suite
 * @returns {Promise<Result>}
 */
export async function runBeside(suite) {
  console.log(`\n──── ${suite.name} runs beside this; its output follows when it has ended`)
  const result = await runSuite(suite, { isShown: false })
  console.log(`\n──── ${suite.name}: ${suite.says}`)
  console.log(readFileSync(logPath(suite.name), 'utf8'))
  return result
}

/**
 * @param {Command} suite
 * @param {string} reportFile
 * @param {Place} place
 * @returns {Promise<{ exitCode: number, output: string, late: boolean }>}
 */
function runToEnd(suite, reportFile, { folder = FOLDER, isShown = true }) {
  const { command, args, env, cwd } = suite.start(reportFile)
  return new Promise((resolve) => {
    // A group of its own, so that its servers and browsers go when it goes.
    const child = spawn(command, args, {
      cwd: cwd ?? ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    const logFile = createWriteStream(logPath(suite.name, folder))
    let output = ''
    let late = false
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ chunk) => {
        output += chunk.toString()
        logFile.write(chunk)
        if (isShown) process.stdout.write(chunk)
      })
    }
    const deadline = setTimeout(() => {
      late = true
      endGroup(child.pid, 'SIGTERM')
      setTimeout(() => endGroup(child.pid, 'SIGKILL'), GRACE_MS).unref()
    }, suite.minutes * 60_000)
    if (underWay.size === 0) for (const signal of SIGNALS) process.on(signal, interrupt)
    underWay.add(child.pid)
    const finish = (/** @type {number} */ exitCode) => {
      clearTimeout(deadline)
      underWay.delete(child.pid)
      if (underWay.size === 0) for (const signal of SIGNALS) process.off(signal, interrupt)
      endGroup(child.pid, 'SIGKILL')
      logFile.end(() => resolve({ exitCode: late ? 1 : exitCode, output, late }))
    }
    child.on('error', (cause) => {
      output += cause.message
      console.error(cause.message)
      finish(127)
    })
    child.on('exit', (code) => finish(code ?? 1))
  })
}

/** @param {string} name @param {string} [folder] */
function logPath(name, folder = FOLDER) {
  return join(folder, `${name}.log`)
}

/** @param {number | undefined} pid @param {NodeJS.Signals} signal */
function endGroup(pid, signal) {
  if (pid === undefined || process.platform === 'win32') return
  try {
    process.kill(-pid, signal)
  } catch {
    // The group is gone already, which is what was wanted.
  }
}
