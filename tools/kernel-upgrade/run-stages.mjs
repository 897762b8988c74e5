// Runs the stages in order. What is needed and fails ends the run: the stages after it are named as not run.
// @ts-check
import { runSuite } from '../test/run-suite.mjs'

/** @typedef {import('./stages.mjs').Stage} Stage */
/** @typedef {import('../test/run-suite.mjs').Result} Result */

/**
 * @param {readonly Stage[]} stages
 * @param {{ copy: string, folder: string, log: (line: string) => void }} place `folder` is for reports and logs
 * @returns {Promise<Result[]>}
 */
export async function runStages(stages, { copy, folder, log }) {
  /** @type {Result[]} */
  const results = []
  /** @type {string | null} */
  let broken = null
  for (const stage of stages) {
    if (broken !== null) {
      results.push(notRun(stage.name, `not run: ${broken} failed`))
      continue
    }
    log(`${stage.name}: ${stage.says}`)
    const inCopy = (/** @type {string} */ reportFile) => ({ ...stage.start(reportFile), cwd: copy })
    const result = await runSuite({ ...stage, start: inCopy }, { folder, isShown: false })
    results.push(result)
    const { passed, failed } = result.counts
    log(`${stage.name}: ${failed > 0 ? `${failed} failed, ` : ''}${passed} passed`)
    if (stage.isNeeded && result.counts.failed > 0) broken = stage.name
  }
  return results
}

/** @param {string} name @param {string} note @returns {Result} */
function notRun(name, note) {
  return { name, note, ms: 0, failures: [], counts: { passed: 0, failed: 0, skipped: 1 } }
}
