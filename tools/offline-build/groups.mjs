// Which group of what can be kept a file belongs to (playground/runtime/kept/manifest.ts says what the groups are).
// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {import('./list-files.mjs').GroupOf} GroupOf */

/**
 * Service workers are the browser's to keep; hosts read `_headers` and vercel.json and serve neither; the WebContainers
 * engine needs its vendor's hosts anyway.
 */
const NEVER =
  /(^|\/)service-worker\.js$|\.map$|^404\/|^_not-found\/|^_headers$|^vercel\.json$|^webcontainer\//

/** All other paths there are the learner's app's. @type {GroupOf} */
export function groupOfPreview(path) {
  return path.startsWith('__host__/') && !NEVER.test(path) ? 'engines' : null
}

/**
 * Of Next's chunks, those that a page names load with a page; the others are the playground's.
 * @param {string} root @param {readonly string[]} pages
 * @returns {GroupOf}
 */
export function groupOfSite(root, pages) {
  const html = pages.map((path) => readFileSync(join(root, path), 'utf8')).join('\n')
  return (path) => {
    if (NEVER.test(path)) return null
    if (/^(learn|lessons)\/[^/]+\/|^references\//.test(path)) return 'lessons'
    if (/^(types|starters)\//.test(path)) return 'engines'
    if (path.startsWith('_next/static/') && !html.includes(path)) return 'engines'
    return 'site'
  }
}
