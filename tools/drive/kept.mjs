// How much of a build a browser has kept for later, and waiting for it: counted in the caches themselves, by name, beside
// the lists that the build wrote. For bench, budget and tests.
// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'

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
 * Waits until everything that is kept by itself is there: the preview comes last.
 * @param {import('@playwright/test').Page} page on the site
 * @param {number} timeoutMs
 */
export async function waitUntilKept(page, timeoutMs) {
  const wanted = {
    site: readList('site').files.filter(({ group }) => group !== 'lessons').length,
    preview: readList('preview').files.length,
  }
  const deadline = Date.now() + timeoutMs
  let preview = 0
  while (Date.now() < deadline) {
    // keep.html is gone when it has done its work, and takes its answer with it: so does the count of the last file.
    const frame = page
      .frames()
      .find((each) => new URL(each.url()).pathname.startsWith('/__host__/'))
    preview = frame ? await countKept(frame, 'preview').catch(() => preview) : preview
    const site = await countKept(page, 'site')
    const isPreviewDone = preview >= wanted.preview || (preview > 0 && !frame)
    if (site >= wanted.site && isPreviewDone) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(
    `Kept ${await countKept(page, 'site')} of ${wanted.site}, ${preview} of ${wanted.preview} files.`,
  )
}
