// What a host of ours must be told, read from a built folder: which addresses there are, and which of tools/serve's headers
// each has.
// @ts-check
import { readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { EVERY_ANSWER, headersOf } from '../serve/headers.mjs'
import { coverPaths } from './cover.mjs'

/** Endings that hosts take for something else: `.ts` for a film, the others for nothing known. */
const ODD = new Set(['.ts', '.so', '.mjs', '.webmanifest', '.gz'])

/**
 * @typedef {object} HostRules
 * @property {Readonly<Record<string, string>>} everywhere of every answer
 * @property {readonly import('./cover.mjs').Rule[]} cache `Cache-Control` of each address
 * @property {readonly import('./cover.mjs').Rule[]} allow `Access-Control-Allow-Origin`, where there is one
 * @property {readonly import('./cover.mjs').Rule[]} isolate `Cross-Origin-Embedder-Policy`, where there is one whatever the query
 * @property {readonly import('./cover.mjs').Rule[]} types `Content-Type` of odd endings
 */

/** @param {string} root absolute path of a built folder @returns {string[]} every address that answers with a file */
export function addressesOf(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isHostFile(entry.name))
    .map((entry) => `/${relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .sort()
    .flatMap((path) =>
      path.endsWith('/index.html') ? [path, path.slice(0, -'index.html'.length)] : [path],
    )
}

/** Hosts read these and serve neither. @param {string} name */
function isHostFile(name) {
  return name === '_headers' || name === 'vercel.json'
}

/** @param {readonly string[]} addresses @returns {HostRules} */
export function hostRules(addresses) {
  const tell = (/** @type {string} */ name) => (/** @type {string} */ path) =>
    headersOf(path)[name] ?? ''
  return {
    everywhere: EVERY_ANSWER,
    cache: coverPaths(addresses, tell('cache-control')),
    allow: coverPaths(addresses, tell('access-control-allow-origin')).filter(({ says }) => says),
    isolate: coverPaths(addresses, tell('cross-origin-embedder-policy')).filter(({ says }) => says),
    types: addresses
      .filter((path) => ODD.has(extname(path)))
      .map((path) => ({ path, says: tell('content-type')(path) })),
  }
}
