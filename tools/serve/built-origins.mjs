// The origins in what is built: how they are written there, and how others take their place without a build.
// @ts-check
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  copyFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'

/** @typedef {'site' | 'preview'} OriginName */

/** Read by playground/runtime/wire/origins.ts, which drops the query. @param {OriginName} name @param {string} origin */
export function builtOrigin(name, origin) {
  return `${origin}/${queryOf(name)}`
}

/** @param {OriginName} name */
function queryOf(name) {
  return `?both-ends-${name}`
}

const WRITTEN = /\bhttps?:\/\/[a-z0-9.:[\]-]+\/\?both-ends-(site|preview)\b/gi

/** Only scripts name an origin. */
const SCRIPTS = new Set(['.js', '.mjs'])

/**
 * Makes `to` the same as `from` but for the origins. What does not name one is the same file on the disk, where it can be.
 * @param {string} from absolute path of a built folder
 * @param {string} to replaced
 * @param {Readonly<Record<OriginName, string>>} origins
 * @returns {string[]} the files that were changed, absolute, in `to`
 */
export function copyWithOrigins(from, to, origins) {
  rmSync(to, { recursive: true, force: true })
  const changed = []
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const source = join(entry.parentPath, entry.name)
    const target = join(to, relative(from, source))
    mkdirSync(dirname(target), { recursive: true })
    const text = SCRIPTS.has(extname(source)) ? readFileSync(source, 'utf8') : ''
    const replaced = text.replaceAll(WRITTEN, (_, /** @type {OriginName} */ name) =>
      builtOrigin(name, origins[name]),
    )
    if (replaced === text) linkOrCopy(source, target)
    else {
      writeFileSync(target, replaced)
      changed.push(target)
    }
  }
  if (changed.length === 0)
    throw new Error(`Nothing in ${from} names an origin: run npm run build.`)
  return changed
}

/** @param {string} source @param {string} target */
function linkOrCopy(source, target) {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target) // a disk without links
  }
}
