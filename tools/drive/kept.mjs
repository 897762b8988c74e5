// How much of a build a browser has kept for later, and waiting for it: counted in the caches themselves, by name, beside
// the lists that the build wrote. For bench, budget and tests.
// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'
import { portsFrom } from '../serve/serve.mjs'

/** @typedef {import('../../playground/runtime/kept/manifest.ts').KeptManifest} KeptManifest */
/** @typedef {import('../../playground/runtime/kept/manifest.ts').KeptGroup} KeptGroup */

/** @param {'site' | 'preview'} origin @returns {KeptManifest} */
export function readList(origin) {
  return JSON.parse(readFileSync(join(ROOT, 'build', 'offline', `${origin}.json`), 'utf8'))
}

/** @param {'bytes' | 'download'} what @param {readonly KeptGroup[]} groups of both origins */
export function sumOf(what, groups) {
  const files = [...readList('site').files, ...readList('preview').files]
  return files
    .filter(({ group }) => groups.includes(group))
    .reduce((sum, file) => sum + file[what], 0)
}

/**
 * Files that are kept of the build's version, in a page or frame of that origin.
 * @param {import('@playwright/test').Page | import('@playwright/test').Frame} where
 * @param {'site' | 'preview'} origin
 */
export async function countKept(where, origin) {
  return where.evaluate(countInCache, `both-ends-kept-${readList(origin).version}`)
}

/** Runs in the page. @param {string} name */
async function countInCache(name) {
  if (!(await caches.has(name))) return 0
  return (await (await caches.open(name)).keys()).length
}

/**
 * Waits until everything that is kept by itself is there.
 * @param {import('@playwright/test').Page} page on the site
 * @param {number} timeoutMs
 */
export async function waitUntilKept(page, timeoutMs) {
  const wanted = {
    site: readList('site').files.filter(({ group }) => group !== 'lessons').length,
    preview: readList('preview').files.length,
  }
  const deadline = Date.now() + timeoutMs
  const frame = await openPreviewFrame(page)
  for (;;) {
    const site = await countKept(page, 'site')
    const preview = await countKept(frame, 'preview')
    if (site >= wanted.site && preview >= wanted.preview) break
    if (Date.now() > deadline)
      throw new Error(`Kept ${site} of ${wanted.site}, ${preview} of ${wanted.preview} files.`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await page.evaluate(() => document.getElementById('counts-kept')?.remove())
}

/**
 * A frame of the preview's origin in this page, where its caches can be counted.
 * @param {import('@playwright/test').Page} page
 */
async function openPreviewFrame(page) {
  const address = `http://127.0.0.1:${portsFrom().previewPort}/__host__/keep.html?v=${readList('preview').version}`
  await page.evaluate(async (src) => {
    const frame = document.createElement('iframe')
    frame.id = 'counts-kept'
    frame.hidden = true
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
    frame.src = src
    document.body.append(frame)
    await loaded
  }, address)
  const handle = await page.$('#counts-kept')
  const frame = await handle?.contentFrame()
  if (!frame) throw new Error('The frame that counts is gone.')
  return frame
}
