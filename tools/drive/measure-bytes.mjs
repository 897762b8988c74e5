// Counts the bytes that leave our two origins while a browser visits them: pages, frames, workers and the service
// worker alike, because the servers count and not the page.
// @ts-check
import { chromium } from '@playwright/test'
import { chromiumArguments, findBrowser } from '../browsers/find-browsers.mjs'
import { drivePlayground } from './drive-playground.mjs'
import { startServers } from '../serve/serve.mjs'
import { contentTypeOf } from '../serve/content-types.mjs'

/** When nothing was asked for during this time, a page has all that it wants. */
const QUIET_MS = 1500
/** What examples/directory shows once FastAPI's rows are in its first page. */
export const FIRST_ROWS = /\d+ people in all/

/** @typedef {{ all: number, scripts: number, files: Map<string, number> }} Meter */

/** @returns {{ meter: Meter, reset: () => void, onSent: (pathname: string, bytes: number) => void, quiet: () => Promise<void> }} */
function createMeter() {
  /** @type {Meter} */
  const meter = { all: 0, scripts: 0, files: new Map() }
  let last = performance.now()
  return {
    meter,
    reset() {
      meter.all = meter.scripts = 0
      meter.files.clear()
    },
    onSent(pathname, bytes) {
      last = performance.now()
      meter.all += bytes
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
 * @property {[pathname: string, bytes: number][]} largest of /play, largest first
 */

/** @returns {Promise<Bytes>} */
export async function measureBytes() {
  const { meter, reset, onSent, quiet } = createMeter()
  const servers = await startServers({ onSent })
  const executablePath = findBrowser('chromium') ?? 'chromium'
  const browser = await chromium.launch({ executablePath, args: chromiumArguments() })
  try {
    // Each in a context of its own: nothing is in a cache.
    const docs = await (await browser.newContext({ baseURL: servers.siteOrigin })).newPage()
    await docs.goto('/docs/what-is-real/')
    await quiet()
    const docsScripts = meter.scripts
    // What it would still ask for is not /play's.
    await docs.close()
    reset()
    const play = await (await browser.newContext({ baseURL: servers.siteOrigin })).newPage()
    await play.goto('/play/')
    await play.waitForFunction(() => window.bothEnds !== undefined)
    await quiet()
    const playOpened = meter.all
    const playground = drivePlayground(play)
    await playground.call('ready')
    await playground.shows(FIRST_ROWS, 30_000)
    const playFirstPage = meter.all
    await quiet()
    const largest = [...meter.files].sort(([, a], [, b]) => b - a).slice(0, 12)
    return { docsScripts, playOpened, playFirstPage, playAll: meter.all, largest }
  } finally {
    await browser.close()
    await servers.stop()
  }
}
