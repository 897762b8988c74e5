// Compressed twins of files, made once and kept in build/compressed under the hash of their content.
// A static host does the same in front of a deployed site, so what is measured here is what is deployed. Files without
// a twin are served as they are: on one machine, compressing first would cost a visitor more than it saves.
// @ts-check
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { ROOT } from '../build/build-if-changed.mjs'
import { isWorthCompressing } from './content-types.mjs'

const FOLDER = join(ROOT, 'build', 'compressed')
/**
 * As hosts that compress ahead of time do it: 11, but 9 for the largest. For 30 MB of wasm 9 takes 8 s and 11 more
 * than a minute, for 5 % less (24 Nov 2026).
 * @param {number} bytes
 */
function brotliQuality(bytes) {
  return bytes < 25e6 ? 11 : 9
}

const brotli = promisify(brotliCompress)

/** @type {Map<string, { stamp: string, hash: string }>} */
const hashes = new Map()

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
 * Path of a file's twin, or null when it has none.
 * @param {string} file absolute path
 */
export async function findTwin(file) {
  const twin = await twinPath(file)
  return existsSync(twin) ? twin : null
}

/** @param {string} file */
async function twinPath(file) {
  return join(FOLDER, `${await contentHash(file)}.br`)
}

/** @param {string} file absolute path @returns {Promise<string>} path of the twin, made when it was missing */
async function makeTwin(file) {
  const twin = await twinPath(file)
  if (existsSync(twin)) return twin
  const bytes = await readFile(file)
  const small = await brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality(bytes.byteLength),
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  })
  await mkdir(FOLDER, { recursive: true })
  // Renamed into place: another process must never read half a file, and two files of one content have one twin.
  const unfinished = `${twin}.${randomUUID()}`
  await writeFile(unfinished, small)
  await rename(unfinished, twin)
  return twin
}

/** @typedef {{ twins: string[], bytes: number, compressed: number }} Compressed bytes before and after */

/**
 * Makes the twins of a folder's files.
 * @param {string} folder absolute path
 * @returns {Promise<Compressed>}
 */
export function compressFolder(folder) {
  return compressFiles(filesBelow(folder))
}

/**
 * Makes the twins of those that are worth one.
 * @param {readonly string[]} all absolute paths
 * @returns {Promise<Compressed>}
 */
export async function compressFiles(all) {
  const files = all.filter((file) => isWorthCompressing(file, statSync(file).size))
  /** @type {Compressed} */
  const total = { twins: [], bytes: 0, compressed: 0 }
  const waiting = [...files]
  // Four at a time: as many as zlib has threads.
  const lanes = Array.from({ length: 4 }, async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const twin = await makeTwin(file)
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
