// Counts the bytes that leave our two origins while a browser visits them: pages, frames, workers and the service
// worker alike, because the servers count and not the page. They are visited twice: the first time tells which files
// have to be compressed, as a static host would have all of them.
// @ts-check
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumArguments, findBrowser } from '../browsers/find-browsers.mjs'
import { ROOT } from '../build/build-if-changed.mjs'
import { drivePlayground } from './drive-playground.mjs'
import { waitUntilKept } from './kept.mjs'
import { compressFiles } from '../serve/compressed.mjs'
import { startServers } from '../serve/serve.mjs'
import { contentTypeOf } from '../serve/content-types.mjs'

/** When nothing was asked for during this time, a page has all that it wants. */
const QUIET_MS = 1500
/** For everything to be kept. */
const KEPT_MS = 120_000
/** They do nothing but keep: the page on the preview's origin, and the site's service worker. */
const KEEPS = /^\/__host__\/keep\.(html|js)$/
const SITE_WORKER = join(ROOT, 'build', 'site', 'service-worker.js')
/** What examples/directory shows once FastAPI's rows are in its first page. */
export const FIRST_ROWS = /\d+ people in all/

/** @typedef {{ time: number, bytes: number }} Sending `time`: milliseconds since the epoch */
/** @typedef {{ all: number, scripts: number, forLater: number, sendings: Sending[], files: Map<string, number>, answered: Set<string> }} Meter `answered`: files on disk; `forLater`: apart from the rest, what only was kept */
/** @typedef {ReturnType<typeof createMeter>} Measuring */

/** @returns {{ meter: Meter, reset: () => void, onSent: import('../serve/static-server.mjs').OnSent, quiet: () => Promise<void> }} */
function createMeter() {
  /** @type {Meter} */
  const meter = {
    all: 0,
    scripts: 0,
    forLater: 0,
    sendings: [],
    files: new Map(),
    answered: new Set(),
  }
  let last = performance.now()
  return {
    meter,
    reset() {
      meter.all = meter.scripts = meter.forLater = 0
      meter.sendings = []
      meter.files.clear()
    },
    onSent(pathname, bytes, file, isForLater) {
      meter.answered.add(file)
      if (isForLater || KEEPS.test(pathname) || file === SITE_WORKER) {
        meter.forLater += bytes
        return
      }
      last = performance.now()
      meter.all += bytes
      meter.sendings.push({ time: Date.now(), bytes })
      if (contentTypeOf(pathname).startsWith('text/javascript')) meter.scripts += bytes
      meter.files.set(pathname, (meter.files.get(pathname) ?? 0) + bytes)
    },
    async quiet() {
      last = performance.now()
      while (performance.now() - last < QUIET_MS)
        await new Promise((resolve) => setTimeout(resolve, 100))
    },
  }
}

/**
 * @typedef {object} Bytes
 * @property {number} docsScripts JavaScript of a plain page
 * @property {number} playOpened /play, all of it, nothing started
 * @property {number} playFirstPage until the first page with data
 * @property {number} playAll until it is quiet
 * @property {number} forLater after one visit of /play: all that was kept in idle time, and what keeps it
 * @property {[pathname: string, bytes: number][]} largest of /play, largest first
 */

/** @returns {Promise<Bytes>} */
export async function measureBytes() {
  const measuring = createMeter()
  const servers = await startServers({ onSent: measuring.onSent })
  try {
    await visit(servers.siteOrigin, measuring)
    await compressFiles([...measuring.meter.answered])
    return await visit(servers.siteOrigin, measuring)
  } finally {
    await servers.stop()
  }
}

/** @param {string} baseURL @param {Measuring} measuring @returns {Promise<Bytes>} */
async function visit(baseURL, { meter, reset, quiet }) {
  const executablePath = findBrowser('chromium') ?? 'chromium'
  const browser = await chromium.launch({ executablePath, args: chromiumArguments() })
  try {
    reset()
    // Each in a context of its own: nothing is in a cache.
    const docs = await (await browser.newContext({ baseURL })).newPage()
    await docs.goto('/docs/what-is-real/')
    await quiet()
    const docsScripts = meter.scripts
    // What it would still ask for is not /play's.
    await docs.close()
    reset()
    const play = await (await browser.newContext({ baseURL })).newPage()
    const rows = await watchRows(play)
    await play.goto('/play/')
    await play.waitForFunction(() => window.bothEnds !== undefined)
    await quiet()
    const playOpened = meter.all
    const playground = drivePlayground(play)
    await playground.call('ready')
    await playground.shows(FIRST_ROWS, 30_000)
    const rowsTime = await rows.seen
    await quiet()
    const playAll = meter.all
    await waitUntilKept(play, KEPT_MS)
    const before = meter.sendings.filter(({ time }) => time <= rowsTime)
    const playFirstPage = before.reduce((sum, { bytes }) => sum + bytes, 0)
    const largest = [...meter.files].sort(([, a], [, b]) => b - a).slice(0, 12)
    return { docsScripts, playOpened, playFirstPage, playAll, forLater: meter.forLater, largest }
  } finally {
    await browser.close()
  }
}

/**
 * When the preview first holds the rows, in milliseconds since the epoch. The frame itself tells: who asks it from outside
 * hears of it later, by as much as the machine is busy, and what Next loads once all is shown would be counted.
 * @param {import('@playwright/test').Page} page before it opens
 * @returns {Promise<{ seen: Promise<number> }>}
 */
export async function watchRows(page) {
  /** @type {(time: number) => void} */
  let tell = () => undefined
  /** @type {Promise<number>} */
  const seen = new Promise((resolve) => (tell = resolve))
  await page.exposeFunction('tellRows', tell)
  await page.addInitScript(tellRowsInPage, FIRST_ROWS.source)
  return { seen }
}

/** Runs in every frame. @param {string} pattern */
function tellRowsInPage(pattern) {
  const rows = new RegExp(pattern)
  const look = () => {
    if (!rows.test(document.body?.textContent ?? '')) return
    watching.disconnect()
    Reflect.apply(Reflect.get(globalThis, 'tellRows'), null, [Date.now()])
  }
  const watching = new MutationObserver(look)
  watching.observe(document, { childList: true, subtree: true, characterData: true })
}
