// The headers of every file that we serve, by its address: what our own static server sends, and what tools/host-files
// writes down for other hosts. Only ETag, Vary and the compression are not here: each host makes those itself.
// @ts-check
import { contentTypeOf, isImmutable } from './content-types.mjs'
import { isolationHeaders } from './isolation.mjs'

const FOREVER = 'public, max-age=31536000, immutable'

/** Pages of every origin import the module for embedders, and their tools read its types. */
const FOR_EVERYBODY = /^\/embed\//

/** Also of what is no file: a redirect, a refusal. */
export const EVERY_ANSWER = { 'x-content-type-options': 'nosniff' }

/**
 * @param {string} pathname as it is asked for: `/docs/`, `/_next/static/chunks/a1b2c3.js`
 * @param {{ isMissing?: boolean }} [found] the 404 page in place of a file
 * @returns {Record<string, string>}
 */
export function headersOf(pathname, { isMissing = false } = {}) {
  const isPage = isMissing || pathname.endsWith('/')
  return {
    ...EVERY_ANSWER,
    'cache-control': isImmutable(pathname) && !isMissing ? FOREVER : 'no-cache',
    'content-type': contentTypeOf(isPage ? 'index.html' : pathname),
    ...(FOR_EVERYBODY.test(pathname) && { 'access-control-allow-origin': '*' }),
    // What the query adds, only our own server can say (static-server.mjs).
    ...isolationHeaders(new URL(`http://static.invalid${pathname}`), 'own'),
  }
}
