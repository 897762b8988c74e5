// The long run: a thousand edits and ten thousand requests in one playground, with what the browser holds all along.
// @ts-check
import { createProfile, WAIT_MS } from './browser.mjs'
import { clientEdit, serverEdit } from './edits.mjs'
import { openPlainPage } from './plain-browser.mjs'

/** @typedef {import('./plain-browser.mjs').PlainPage} PlainPage */

/** Pages with rows of FastAPI, a page with params, a route handler. */
const PATHS = ['/', '/people/1', '/people/2', '/api/email-availability?email=a%40example.com']

/** The trace keeps 200 exchanges (session/exchanges.ts): full before the first reading, it cannot pass for growth. */
const FILLING = 220

/** @typedef {{ firstEdits: number, edits: number, everyEdits: number, requests: number, everyRequests: number }} Amounts */

/** @satisfies {Amounts} */
export const SOAK = {
  firstEdits: 50,
  edits: 1000,
  everyEdits: 100,
  requests: 10_000,
  everyRequests: 1000,
}

/** @typedef {{ after: number, megabytes: number }} Reading after so many edits or requests */

/**
 * @typedef {object} SoakResult
 * @property {Reading[]} edits the first after `firstEdits`
 * @property {Reading[]} requests the first before any
 * @property {{ first: number[], last: number[] }} times of the first and the last edits, milliseconds each
 */

/**
 * @param {string} siteOrigin
 * @param {Amounts} amounts
 * @param {(line: string) => void} log
 * @returns {Promise<SoakResult>}
 */
export async function measureSoak(siteOrigin, amounts, log) {
  const profile = createProfile()
  try {
    const page = await openPlainPage(profile.folder, `${siteOrigin}/play/`)
    try {
      await page.run(startBothEnds, { text: 'people in all', wait: WAIT_MS })
      await ask(page, FILLING)
      const edits = await soakEdits(page, amounts, log)
      return { ...edits, requests: await soakRequests(page, amounts, log) }
    } finally {
      await page.close()
    }
  } finally {
    profile.remove()
  }
}

/**
 * @param {PlainPage} page
 * @param {Amounts} amounts
 * @param {(line: string) => void} log
 * @returns {Promise<Pick<SoakResult, 'edits' | 'times'>>}
 */
async function soakEdits(page, { firstEdits, edits, everyEdits }, log) {
  const times = []
  const readings = []
  for (let round = 1; round <= edits; round += 1) {
    const edit = round % 2 === 0 ? clientEdit : serverEdit
    times.push(
      await page.run(writeAndSee, {
        ...edit.make(10_000 + round),
        file: edit.file,
        wait: WAIT_MS,
      }),
    )
    if (round !== firstEdits && round % everyEdits !== 0) continue
    readings.push({ after: round, megabytes: await page.heldMemory() })
    log(`soak: ${round} edits, ${readings.at(-1)?.megabytes.toFixed(0)} MB`)
  }
  return {
    edits: readings,
    // The very first loads the compiler.
    times: { first: times.slice(1, firstEdits), last: times.slice(-firstEdits) },
  }
}

/**
 * @param {PlainPage} page
 * @param {Amounts} amounts
 * @param {(line: string) => void} log
 * @returns {Promise<Reading[]>}
 */
async function soakRequests(page, { requests, everyRequests }, log) {
  const readings = [{ after: 0, megabytes: await page.heldMemory() }]
  for (let done = everyRequests; done <= requests; done += everyRequests) {
    await ask(page, everyRequests)
    readings.push({ after: done, megabytes: await page.heldMemory() })
    log(`soak: ${done} requests, ${readings.at(-1)?.megabytes.toFixed(0)} MB`)
  }
  return readings
}

/** @param {PlainPage} page @param {number} count */
function ask(page, count) {
  return page.run(askInTurn, { count, paths: PATHS })
}

/** Runs in the page. @param {{ text: string, wait: number }} wanted */
async function startBothEnds({ text, wait }) {
  const deadline = Date.now() + wait
  while (!window.bothEnds && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 20))
  await window.bothEnds?.ready()
  while (Date.now() < deadline) {
    const seen = await window.bothEnds?.page().catch(() => null) // a page that is being replaced cannot be read
    if (seen?.text.includes(text)) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('The playground did not start.')
}

/** Runs in the page. @param {{ file: string, text: string, shows: string, wait: number }} edit @returns {Promise<number>} milliseconds */
async function writeAndSee({ file, text, shows, wait }) {
  const start = performance.now()
  await window.bothEnds?.write(file, text)
  while (performance.now() - start < wait) {
    const seen = await window.bothEnds?.page().catch(() => null)
    if (seen?.text.includes(shows)) return performance.now() - start
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`The preview did not show "${shows}".`)
}

/** Runs in the page. One after the other; an answer that is none ends the soak. @param {{ count: number, paths: readonly string[] }} what */
async function askInTurn({ count, paths }) {
  for (let index = 0; index < count; index += 1) {
    const path = paths[index % paths.length] ?? '/'
    const answer = await window.bothEnds?.request({ host: 'frontend', path })
    if (answer?.status !== 200) throw new Error(`${path} answered ${answer?.status}.`)
  }
}
