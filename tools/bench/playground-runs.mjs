// What the playground takes: to start, to show an edit, to answer a request; and what it holds in memory.
// @ts-check
import { readFileSync } from 'node:fs'
import { openPlayground } from '../drive/drive-playground.mjs'
import { waitUntilKept } from '../drive/kept.mjs'
import { createProfile, timeUntilText, WAIT_MS, waitForText, withPage } from './browser.mjs'
import { clientEdit, pythonEdit, serverEdit } from './edits.mjs'
import { measureWireScroll } from './wire-scroll.mjs'

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Frame} Frame */
/** @typedef {import('../drive/drive-playground.mjs').Playground} Playground */

/**
 * @typedef {object} StartTimes
 * @property {number} firstPage from Run until the preview shows a page of the app
 * @property {number} firstRows until that page shows FastAPI's rows
 * @property {number} firstAnswer until a request of its own was answered by FastAPI
 */

/** @typedef {{ cold: StartTimes, back: StartTimes }} Visits */

/** @param {string} siteOrigin @returns {Promise<{ development: Visits, production: Visits }>} */
export async function measureStarts(siteOrigin) {
  return {
    development: await measureVisits(siteOrigin, 'development'),
    production: await measureVisits(siteOrigin, 'production'),
  }
}

/** @typedef {import('../../playground/runtime/wire/message.ts').Flavour} Flavour */

/** Nobody presses Run in the same millisecond in which the editor came. */
const LOOK_MS = 1000

/** Both visits of one reader. @param {string} siteOrigin @param {Flavour} flavour @returns {Promise<Visits>} */
async function measureVisits(siteOrigin, flavour) {
  const profile = createProfile()
  try {
    const cold = await withPage(profile.folder, async (page) => {
      const times = await measureStart(page, siteOrigin, flavour)
      if (flavour === 'development') await snapshotIsKept(page)
      await waitUntilKept(page, WAIT_MS)
      return times
    })
    const back = await withPage(profile.folder, (page) => measureStart(page, siteOrigin, flavour))
    return { cold, back }
  } finally {
    profile.remove()
  }
}

/**
 * As a reader starts it: the page is there, its editor too, a look at it, then Run.
 * @param {Page} page @param {string} siteOrigin @param {Flavour} flavour @returns {Promise<StartTimes>}
 */
export async function measureStart(page, siteOrigin, flavour) {
  const playground = await openPlayground(page, `${siteOrigin}/play/`)
  await page.locator('[data-ready="true"]').waitFor({ timeout: WAIT_MS })
  await page.waitForTimeout(LOOK_MS)
  if (flavour === 'production') await chooseProduction(page)
  return timeStart(page, playground)
}

/** @param {Page} page @param {Playground} playground @returns {Promise<StartTimes>} */
async function timeStart(page, playground) {
  const start = performance.now()
  const since = () => performance.now() - start
  const started = playground.call('ready')
  const answered = playground.call('request', { host: 'backend', path: '/health' }).then(since)
  const frame = await previewFrame(page)
  await waitForText(frame, 'People')
  const firstPage = since()
  await waitForText(frame, 'people in all')
  const firstRows = since()
  await started
  return { firstPage, firstRows, firstAnswer: await answered }
}

/** Started by a program as soon as the page can be driven, before its editor is there. @param {string} siteOrigin */
export async function measureEarlyStart(siteOrigin) {
  const profile = createProfile()
  try {
    return await withPage(profile.folder, async (page) =>
      timeStart(page, await openPlayground(page, `${siteOrigin}/play/`)),
    )
  } finally {
    profile.remove()
  }
}

/**
 * A visit of some length leaves a picture of Python for the next one (snapshot-store.ts): waits until it is written.
 * @param {Page} page
 */
export async function snapshotIsKept(page) {
  const host = page.frames().find((frame) => new URL(frame.url()).pathname.startsWith('/__host__/'))
  if (!host) throw new Error('The host page is gone.')
  const deadline = Date.now() + WAIT_MS
  let before = 0
  while (Date.now() < deadline) {
    const size = await host.evaluate(readSnapshotSize)
    if (size > 0 && size === before) return
    before = size
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new Error('No snapshot of Python was kept for the next visit.')
}

/** Runs in the host page. Bytes; 0 for none. */
async function readSnapshotSize() {
  const folder = await navigator.storage.getDirectory()
  const handle = await folder.getFileHandle('both-ends-python.snapshot').catch(() => null)
  return handle === null ? 0 : (await handle.getFile()).size
}

/** As a reader does before Run: by program it would start at once. @param {Page} page */
async function chooseProduction(page) {
  await page.getByRole('button', { name: 'How Next.js runs' }).click()
  await page.getByRole('menuitemradio', { name: 'Production' }).click()
}

/** The frame that shows the learner's app: on the preview's origin, but not the host page. @param {Page} page @returns {Promise<Frame>} */
export async function previewFrame(page) {
  const deadline = Date.now() + WAIT_MS
  const site = new URL(page.url()).origin
  while (Date.now() < deadline) {
    const found = page.frames().find((frame) => {
      const url = frame.url()
      return (
        url.startsWith('http') &&
        new URL(url).origin !== site &&
        !new URL(url).pathname.startsWith('/__host__/')
      )
    })
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('The preview did not appear.')
}

/** What is left to be collected is collected when a page has nothing to do. */
export const REST_MS = 10_000

/**
 * @typedef {object} EditTimes
 * @property {number[]} server
 * @property {number[]} client
 * @property {number[]} python
 * @property {number[]} requests one request to FastAPI across the broker, each
 * @property {import('./wire-scroll.mjs').ScrollTimes} scroll
 * @property {{ before: number, after: number, rested: number }} memory megabytes of all processes of the browser: before the edits, after them, and REST_MS later
 */

/**
 * @param {string} siteOrigin
 * @param {{ rounds: number, manyEdits: number, requests: number }} amounts
 * @returns {Promise<EditTimes>}
 */
export async function measureEdits(siteOrigin, { rounds, manyEdits, requests }) {
  const profile = createProfile()
  try {
    return await withPage(profile.folder, async (page) => {
      const playground = await openPlayground(page, `${siteOrigin}/play/`)
      await playground.call('ready')
      const frame = await previewFrame(page)
      await waitForText(frame, 'people in all')
      // What is kept for later would be measured with the edits.
      await waitUntilKept(page, WAIT_MS)
      const server = await timeEdits(playground, frame, serverEdit, rounds)
      const client = await timeEdits(playground, frame, clientEdit, rounds)
      const python = await timePythonEdits(page, rounds)
      const requestTimes = await timeRequests(page, requests)
      const before = await memoryOf(page)
      for (let round = 0; round < manyEdits; round += 1) {
        const { text } = (round % 2 === 0 ? serverEdit : clientEdit).make(10_000 + round)
        await playground.call('write', (round % 2 === 0 ? serverEdit : clientEdit).file, text)
      }
      const after = await memoryOf(page)
      await page.waitForTimeout(REST_MS)
      const memory = { before, after, rested: await memoryOf(page) }
      // Last: it fills the wire, and the memory before the edits is not to hold that.
      const scroll = await measureWireScroll(page)
      return { server, client, python, requests: requestTimes, scroll, memory }
    })
  } finally {
    profile.remove()
  }
}

/**
 * @param {Playground} playground
 * @param {Frame} frame
 * @param {import('./edits.mjs').Edit} edit
 * @param {number} rounds
 */
async function timeEdits(playground, frame, edit, rounds) {
  const times = []
  // One more than is counted: the first edit loads the compiler.
  for (let round = 0; round <= rounds; round += 1) {
    const { text, shows } = edit.make(round)
    times.push(await timeUntilText(frame, shows, () => playground.call('write', edit.file, text)))
  }
  return times.slice(1)
}

/** @param {Page} page @param {number} rounds */
async function timePythonEdits(page, rounds) {
  const times = []
  for (let round = 0; round <= rounds; round += 1) {
    const { text, shows } = pythonEdit.make(round)
    times.push(await page.evaluate(writeAndAsk, { file: pythonEdit.file, text, shows }))
  }
  return times.slice(1)
}

/**
 * Runs in the page.
 * @param {{ file: string, text: string, shows: string }} edit
 */
export async function writeAndAsk({ file, text, shows }) {
  const ends = window.bothEnds
  if (!ends) throw new Error('window.bothEnds is not there.')
  const start = performance.now()
  await ends.write(file, text)
  for (;;) {
    const { body } = await ends.request({ host: 'backend', path: '/health' })
    if (body.includes(shows)) return performance.now() - start
  }
}

/** @param {Page} page @param {number} count @returns {Promise<number[]>} */
function timeRequests(page, count) {
  return page.evaluate(async (total) => {
    const times = []
    for (let index = 0; index < total; index += 1) {
      const start = performance.now()
      await window.bothEnds?.request({ host: 'backend', path: '/health' })
      times.push(performance.now() - start)
    }
    return times
  }, count)
}

/**
 * Megabytes that the browser's processes hold, shared pages counted once. Linux only; NaN elsewhere.
 * @param {Page} page
 */
export async function memoryOf(page) {
  const session = await page
    .context()
    .browser()
    ?.newBrowserCDPSession()
    .catch(() => null)
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
  const kilobytes = processInfo.map(({ id }) => {
    try {
      return Number(
        /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0,
      )
    } catch {
      return 0 // the process ended meanwhile, or this is no Linux
    }
  })
  return kilobytes.length === 0 ? Number.NaN : kilobytes.reduce((sum, size) => sum + size, 0) / 1000
}
