// Compressed twins of files, made once and kept in build/compressed under the hash of their content.
// A static host does the same in front of a deployed site, so what is measured here is what is deployed.
// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { ROOT } from '../build/build-if-changed.mjs'
import { isWorthCompressing } from './content-types.mjs'

/** @typedef {'br' | 'gzip'} Encoding */

const FOLDER = join(ROOT, 'build', 'compressed')
/** 9 of 11: a tenth of a second for a megabyte of script, a quarter for one of wasm; 11 takes ten times that for 5 % less (24 Nov 2026). */
const BROTLI_QUALITY = 9

const brotli = promisify(brotliCompress)
const gzipLater = promisify(gzip)

/** @type {Map<string, { stamp: string, hash: string }>} */
const hashes = new Map()
/** @type {Map<string, Promise<string>>} */
const underWay = new Map()

/**
 * Hash of a file's content; read again only when its size or time changed.
 * @param {string} file absolute path
 */
export async function contentHash(file) {
  const { size, mtimeMs } = statSync(file)
  const stamp = `${size} ${mtimeMs}`
  const known = hashes.get(file)
  if (known?.stamp === stamp) return known.hash
  const hash = createHash('sha256')
    .update(await readFile(file))
    .digest('base64url')
    .slice(0, 22)
  hashes.set(file, { stamp, hash })
  return hash
}

/**
 * @param {string} file absolute path
 * @param {Encoding} encoding
 * @returns {Promise<string>} path of the compressed twin
 */
export async function compressedTwin(file, encoding) {
  const sidecar = `${file}.${encoding === 'br' ? 'br' : 'gz'}`
  if (existsSync(sidecar)) return sidecar
  const hash = await contentHash(file)
  const twin = join(FOLDER, `${hash}.${encoding}`)
  if (existsSync(twin)) return twin
  const running = underWay.get(twin)
  if (running) return running
  const made = makeTwin(file, twin, encoding).finally(() => underWay.delete(twin))
  underWay.set(twin, made)
  return made
}

/** @param {string} file @param {string} twin @param {Encoding} encoding */
async function makeTwin(file, twin, encoding) {
  const bytes = await readFile(file)
  const small =
    encoding === 'gzip'
      ? await gzipLater(bytes)
      : await brotli(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
            [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
          },
        })
  await mkdir(FOLDER, { recursive: true })
  // Renamed into place: another process must never read half a file.
  const unfinished = `${twin}.${process.pid}`
  await writeFile(unfinished, small)
  await rename(unfinished, twin)
  return twin
}

/**
 * Compresses every file of a folder ahead of the first request.
 * @param {string} folder absolute path
 * @returns {Promise<{ twins: string[], bytes: number, compressed: number }>} bytes before and after
 */
export async function compressFolder(folder) {
  const files = filesBelow(folder).filter((file) => isWorthCompressing(file, statSync(file).size))
  /** @type {{ twins: string[], bytes: number, compressed: number }} */
  const total = { twins: [], bytes: 0, compressed: 0 }
  const waiting = [...files]
  // Four at a time: as many as zlib has threads.
  const lanes = Array.from({ length: 4 }, async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const twin = await compressedTwin(file, 'br')
      total.twins.push(twin)
      total.compressed += statSync(twin).size
      total.bytes += statSync(file).size
    }
  })
  await Promise.all(lanes)
  return total
}

/**
 * Forgets twins of files that are gone.
 * @param {readonly string[]} wanted
 */
export function removeOtherTwins(wanted) {
  const kept = new Set(wanted)
  for (const file of existsSync(FOLDER) ? filesBelow(FOLDER) : []) {
    if (!kept.has(file)) rmSync(file, { force: true })
  }
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}
