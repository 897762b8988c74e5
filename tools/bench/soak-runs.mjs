// The long run: a thousand edits and ten thousand requests in one playground, with what the browser holds all along.
// @ts-check
import { openPlayground } from '../drive/drive-playground.mjs'
import { createProfile, timeUntilText, waitForText, withPage } from './browser.mjs'
import { clientEdit, serverEdit } from './edits.mjs'
import { COLLECTABLE, heldMemoryOf } from './memory.mjs'
import { previewFrame } from './playground-runs.mjs'

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Frame} Frame */
/** @typedef {import('../drive/drive-playground.mjs').Playground} Playground */

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
    return await withPage(
      profile.folder,
      async (page) => {
        const playground = await openPlayground(page, `${siteOrigin}/play/`)
        await playground.call('ready')
        const frame = await previewFrame(page)
        await waitForText(frame, 'people in all')
        await ask(page, FILLING)
        const edits = await soakEdits({ page, playground, frame, log }, amounts)
        return { ...edits, requests: await soakRequests(page, amounts, log) }
      },
      COLLECTABLE,
    )
  } finally {
    profile.remove()
  }
}

/**
 * @param {{ page: Page, playground: Playground, frame: Frame, log: (line: string) => void }} open
 * @param {Amounts} amounts
 * @returns {Promise<Pick<SoakResult, 'edits' | 'times'>>}
 */
async function soakEdits({ page, playground, frame, log }, { firstEdits, edits, everyEdits }) {
  const times = []
  const readings = []
  for (let round = 1; round <= edits; round += 1) {
    const edit = round % 2 === 0 ? clientEdit : serverEdit
    const { text, shows } = edit.make(10_000 + round)
    times.push(await timeUntilText(frame, shows, () => playground.call('write', edit.file, text)))
    if (round !== firstEdits && round % everyEdits !== 0) continue
    readings.push(await read(page, round))
    log(`soak: ${round} edits, ${readings.at(-1)?.megabytes.toFixed(0)} MB`)
  }
  return {
    edits: readings,
    times: { first: times.slice(1, firstEdits), last: times.slice(-firstEdits) },
  }
}

/**
 * @param {Page} page
 * @param {Amounts} amounts
 * @param {(line: string) => void} log
 * @returns {Promise<Reading[]>}
 */
async function soakRequests(page, { requests, everyRequests }, log) {
  const readings = [await read(page, 0)]
  for (let done = everyRequests; done <= requests; done += everyRequests) {
    await ask(page, everyRequests)
    readings.push(await read(page, done))
    log(`soak: ${done} requests, ${readings.at(-1)?.megabytes.toFixed(0)} MB`)
  }
  return readings
}

/** @param {Page} page @param {number} after @returns {Promise<Reading>} */
async function read(page, after) {
  return { after, megabytes: await heldMemoryOf(page) }
}

/** One after the other; an answer that is none ends the soak. @param {Page} page @param {number} count */
function ask(page, count) {
  return page.evaluate(
    async ({ total, paths }) => {
      for (let index = 0; index < total; index += 1) {
        const path = paths[index % paths.length] ?? '/'
        const answer = await window.bothEnds?.request({ host: 'frontend', path })
        if (answer?.status !== 200) throw new Error(`${path} answered ${answer?.status}.`)
      }
    },
    { total: count, paths: PATHS },
  )
}
