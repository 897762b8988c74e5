// What the browser holds in memory, all of its processes together.
// @ts-check
import { readFileSync } from 'node:fs'

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page @returns {Promise<number>} megabytes */
export async function memoryOf(page) {
  const session = await page
    .context()
    .browser()
    ?.newBrowserCDPSession()
    .catch(() => null)
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
  return memoryOfProcesses(processInfo.map(({ id }) => id))
}

/**
 * Megabytes that these processes hold, shared pages counted once. Linux only; NaN elsewhere.
 * @param {readonly number[]} ids
 */
export function memoryOfProcesses(ids) {
  const kilobytes = ids.map((id) => {
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
