// One static origin: a folder over HTTP, as a static host would serve it. Node builtins only, because `npm start`
// must work before anything is installed. No ranges, no directory listings, no configuration.
// @ts-check
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, normalize, sep } from 'node:path'
import { contentHash, findTwin } from './compressed.mjs'
import { isWorthCompressing } from './content-types.mjs'
import { EVERY_ANSWER, headersOf } from './headers.mjs'
import { isolationHeaders } from './isolation.mjs'

/** Lets a test or a second `npm start` recognise this server. */
export const SERVER_NAME = 'both-ends'

/**
 * Told for each piece of a body that leaves: what was asked for, how many bytes went, compressed as they are, the
 * file that answered, uncompressed, and whether a page only keeps it for later (playground/runtime/kept/keep-file.ts).
 * @typedef {(pathname: string, bytes: number, file: string, isForLater: boolean) => void} OnSent
 */

/**
 * @param {string} root absolute path of the folder to serve
 * @param {OnSent} [onSent]
 * @returns {import('node:http').Server}
 */
export function createStaticServer(root, onSent = () => undefined) {
  return createServer(createListener(root, onSent))
}

/**
 * What such a server does with a request; tools/room puts it behind HTTPS.
 * @param {string} root
 * @param {OnSent} [onSent]
 * @returns {import('node:http').RequestListener}
 */
export function createListener(root, onSent = () => undefined) {
  return (request, response) => {
    answer(root, request, response, onSent).catch((/** @type {unknown} */ cause) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
      response.end(cause instanceof Error ? cause.message : String(cause))
    })
  }
}

/**
 * @param {string} root
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {OnSent} onSent
 */
async function answer(root, request, response, onSent) {
  response.setHeader('server', SERVER_NAME)
  setHeaders(response, EVERY_ANSWER)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  // Not as a relative address: `//x` would name a host.
  const url = new URL(`http://static.invalid${request.url}`)
  const found = findFile(root, url.pathname)
  if (found.type === 'redirect') {
    response.writeHead(308, { location: found.to + url.search }).end()
    return
  }
  const isMissing = found.type === 'missing'
  const file = isMissing ? join(root, '404.html') : found.file
  if (!existsSync(file)) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
    return
  }
  response.statusCode = isMissing ? 404 : 200
  setHeaders(response, { ...headersOf(url.pathname, { isMissing }), ...isolationHeaders(url) })
  const isForLater = request.headers['x-both-ends-keep'] !== undefined
  await send(file, request, response, (bytes) => onSent(url.pathname, bytes, file, isForLater))
}

/**
 * @param {string} root
 * @param {string} pathname
 * @returns {{ type: 'file', file: string } | { type: 'redirect', to: string } | { type: 'missing' }}
 */
export function findFile(root, pathname) {
  const decoded = decode(pathname)
  if (decoded === null || decoded.includes('\0')) return { type: 'missing' }
  const path = normalize(join(root, decoded))
  if (path !== root && !path.startsWith(root.endsWith(sep) ? root : root + sep))
    return { type: 'missing' }
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat?.isFile())
    return pathname.endsWith('/') ? { type: 'missing' } : { type: 'file', file: path }
  if (stat?.isDirectory() && existsSync(join(path, 'index.html'))) {
    if (!pathname.endsWith('/')) return { type: 'redirect', to: `${pathname}/` }
    return { type: 'file', file: join(path, 'index.html') }
  }
  return { type: 'missing' }
}

/** @param {import('node:http').ServerResponse} response @param {Readonly<Record<string, string>>} headers */
function setHeaders(response, headers) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

/** @param {string} pathname */
function decode(pathname) {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null // a lone % names no file
  }
}

/**
 * Sends a file with the status that is set already.
 * @param {string} file
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {(bytes: number) => void} onPiece
 */
async function send(file, request, response, onPiece) {
  const compressible = isWorthCompressing(file, statSync(file).size)
  const isWanted = compressible && acceptsBrotli(request.headers['accept-encoding'] ?? '')
  const twin = isWanted ? await findTwin(file) : null
  const etag = `"${await contentHash(file)}${twin === null ? '' : '-br'}"`
  response.setHeader('etag', etag)
  if (compressible) response.setHeader('vary', 'accept-encoding')
  if (response.statusCode === 200 && matches(request.headers['if-none-match'], etag)) {
    response.writeHead(304).end()
    return
  }
  const body = twin ?? file
  if (twin !== null) response.setHeader('content-encoding', 'br')
  response.setHeader('content-length', statSync(body).size)
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  const stream = createReadStream(body)
  stream.on('data', (piece) => onPiece(piece.length))
  stream.on('error', () => response.destroy())
  response.on('close', () => stream.destroy())
  stream.pipe(response)
}

/** @param {string | undefined} header @param {string} etag */
function matches(header, etag) {
  return (header ?? '').split(',').some((value) => value.trim().replace(/^W\//, '') === etag)
}

/** @param {string} accepted Accept-Encoding */
export function acceptsBrotli(accepted) {
  const offers = accepted.split(',').map((offer) => offer.trim().split(/\s*;\s*/))
  return offers.some(([coding, weight]) => coding === 'br' && !/^q=0(\.0*)?$/.test(weight ?? ''))
}
