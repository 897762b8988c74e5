// Prints the size of built files. Brotli at its best takes seconds per file, so only on request.
// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { ROOT } from '../build/build-if-changed.mjs'

const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
}

/** @param {readonly string[]} files relative to the root @param {{ withBrotli: boolean }} options */
export function printSizes(files, { withBrotli }) {
  for (const file of files) {
    const bytes = readFileSync(join(ROOT, file))
    const brotli = withBrotli
      ? `  brotli ${kilobytes(brotliCompressSync(bytes, BROTLI).byteLength)}`
      : ''
    console.log(`${file.padEnd(44)} ${kilobytes(bytes.byteLength)}${brotli}`)
  }
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`.padStart(11)
}
