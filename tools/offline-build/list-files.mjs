// Lists a folder's files as they can be kept: hash of the content, size on the disk and over the network, and group.
// @ts-check
import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { contentHash, findTwin } from '../serve/compressed.mjs'

/** @typedef {import('../../playground/runtime/kept/manifest.ts').KeptFile} KeptFile */
/** @typedef {import('../../playground/runtime/kept/manifest.ts').KeptGroup} KeptGroup */
/** @typedef {(path: string) => KeptGroup | null} GroupOf null: not kept */

/** As keep-file.ts shortens it: 72 bits. */
const HASH_LENGTH = 12

/** @param {string} root @param {string} [folder] @returns {string[]} paths from the root, with slashes, none in front */
export function filesBelow(root, folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? filesBelow(root, path) : [path]
    })
    .sort()
}

/** @param {string} root @param {GroupOf} groupOf @returns {Promise<KeptFile[]>} */
export async function listFiles(root, groupOf) {
  /** @type {KeptFile[]} */
  const files = []
  for (const { path, group } of kept(root, groupOf)) {
    const file = join(root, path)
    const { size } = statSync(file)
    const twin = await findTwin(file)
    const download = twin === null ? size : statSync(twin).size
    files.push({ path: `/${path}`, hash: await shortHash(file), bytes: size, download, group })
  }
  return files
}

/** Of all contents together. @param {string} root @param {GroupOf} groupOf */
export async function versionOf(root, groupOf) {
  const hash = createHash('sha256')
  for (const { path } of kept(root, groupOf))
    hash.update(`${path}\0${await contentHash(join(root, path))}\0`)
  return hash.digest('hex').slice(0, HASH_LENGTH)
}

/** @param {string} root @param {GroupOf} groupOf */
function kept(root, groupOf) {
  return filesBelow(root).flatMap((path) => {
    const group = groupOf(path)
    return group === null ? [] : [{ path, group }]
  })
}

/** @param {string} file */
async function shortHash(file) {
  return (await contentHash(file)).slice(0, HASH_LENGTH)
}
