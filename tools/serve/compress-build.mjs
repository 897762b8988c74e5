// The last build step: brotli twins of everything that will be served, so that the first visit waits for none.
// @ts-check
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'
import { compressFolder, removeOtherTwins } from './compressed.mjs'

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
  removeOtherTwins(wanted)
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
