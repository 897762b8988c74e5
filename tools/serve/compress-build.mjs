// The last build step: brotli twins of everything that will be served, so that the first visit waits for none.
// @ts-check
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'
import { buildOffline } from '../offline-build/build.mjs'
import { compressFiles, compressFolder, removeOtherTwins } from './compressed.mjs'

/** @param {{ log: (line: string) => void }} options */
export async function compressBuild({ log }) {
  /** @type {string[]} */
  const wanted = []
  for (const name of ['site', 'preview']) {
    const start = performance.now()
    const { twins, bytes, compressed } = await compressFolder(join(ROOT, 'build', name))
    wanted.push(...twins)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    log(
      `compressed: ${name}, ${twins.length} files, ${megabytes(bytes)} to ${megabytes(compressed)} in ${seconds} s`,
    )
  }
  // Its lists name the sizes that travel, which are known only now.
  await buildOffline({ log })
  const workers = ['site', 'preview'].map((name) => join(ROOT, 'build', name, 'service-worker.js'))
  wanted.push(...(await compressFiles(workers)).twins)
  removeOtherTwins(wanted)
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
