// What the browser holds in memory, all of its processes together.
// @ts-check
import { readFileSync } from 'node:fs'

/** @typedef {import('@playwright/test').Page} Page */

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

/** With it `heldMemoryOf` can ask for a collection. */
export const COLLECTABLE = ['--js-flags=--expose-gc']

/** What is still held after everything that may be collected was. @param {Page} page opened with COLLECTABLE */
export async function heldMemoryOf(page) {
  // Twice: what a finaliser lets go in the first is taken by the second.
  for (let round = 0; round < 2; round += 1)
    await Promise.all([
      ...page.frames().map((frame) => frame.evaluate(collect)),
      ...page.workers().map((worker) => worker.evaluate(collect)),
    ])
  return memoryOf(page)
}

/** Runs in a page or a worker. */
function collect() {
  const { gc } = /** @type {{ gc?: () => void }} */ (globalThis)
  if (!gc) throw new Error('This Chromium was started without --expose-gc.')
  gc()
}
