// The room's three servers: both origins over HTTPS, and the page with the certificate over plain HTTP.
// @ts-check
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { join } from 'node:path'
import { compressFiles } from '../serve/compressed.mjs'
import { copyWithOrigins } from '../serve/built-origins.mjs'
import { createListener } from '../serve/static-server.mjs'
import { MissingRequirement } from '../start/requirements.mjs'
import { makeCertificate } from './certificate.mjs'
import { CERTIFICATE_PATH, trustPage } from './trust-page.mjs'

/** Told of each request of either origin, for the bench. @typedef {(name: 'site' | 'preview', request: import('node:http').IncomingMessage) => void} OnRequest */

/**
 * @typedef {object} RoomOptions
 * @property {string} address of this machine in the local network
 * @property {string} [siteName] a name for it that the room's machines know; the address unless given
 * @property {string} [previewName] another one: then the two origins are two sites
 * @property {{ site: number, preview: number, page: number }} ports
 * @property {string} built absolute path of the folder with site/ and preview/
 * @property {string} folder absolute path of what is made here: the authority, and the files with the room's origins
 * @property {OnRequest} [onRequest]
 */

/**
 * @typedef {object} Room
 * @property {string} siteOrigin
 * @property {string} previewOrigin
 * @property {string} pageOrigin
 * @property {import('./certificate.mjs').RoomCertificate} certificate
 * @property {() => Promise<void>} stop
 */

/** @param {RoomOptions} options @returns {Promise<Room>} */
export async function startRoom(options) {
  const { address, siteName, previewName, ports, built, folder } = options
  const origins = {
    site: `https://${siteName ?? address}:${ports.site}`,
    preview: `https://${previewName ?? address}:${ports.preview}`,
  }
  const hosts = [address, siteName ?? address, previewName ?? address]
  const certificate = makeCertificate(folder, hosts)
  const roots = { site: join(folder, 'site'), preview: join(folder, 'preview') }
  const changed = [
    ...copyWithOrigins(join(built, 'site'), roots.site, origins),
    ...copyWithOrigins(join(built, 'preview'), roots.preview, origins),
  ]
  await compressFiles(changed)
  const secure = (/** @type {'site' | 'preview'} */ name) => {
    const answer = createListener(roots[name])
    const pair = { key: certificate.key, cert: certificate.certificate }
    const server = createSecureServer(pair, (request, response) => {
      options.onRequest?.(name, request)
      answer(request, response)
    })
    // A full room keeps each connection waiting; five seconds, as Node has it, would end them between two answers.
    return Object.assign(server, { keepAliveTimeout: 65_000, headersTimeout: 70_000 })
  }
  const pageOrigin = `http://${address}:${ports.page}`
  const page = createPageServer(certificate, origins.site)
  /** @type {(() => Promise<void>)[]} */
  const started = []
  const stop = async () => {
    await Promise.all(started.map((stopOne) => stopOne()))
  }
  try {
    started.push(await listen(secure('site'), ports.site))
    started.push(await listen(secure('preview'), ports.preview))
    started.push(await listen(page, ports.page))
  } catch (cause) {
    await stop()
    throw cause
  }
  return { siteOrigin: origins.site, previewOrigin: origins.preview, pageOrigin, certificate, stop }
}

/** @param {import('./certificate.mjs').RoomCertificate} certificate @param {string} siteOrigin */
function createPageServer({ authority, fingerprint, until }, siteOrigin) {
  const html = trustPage({ siteOrigin, fingerprint, until })
  return createServer((request, response) => {
    const [path] = (request.url ?? '/').split('?', 1)
    if (path === '/') response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
    else if (path === CERTIFICATE_PATH)
      response.setHeader('content-type', 'application/x-x509-ca-cert').end(authority)
    else response.writeHead(302, { location: '/' }).end()
  })
}

/** Connections that may wait to be taken up: six for each of a room. */
const BACKLOG = 4096

/** @param {import('node:http').Server} server @param {number} port @returns {Promise<() => Promise<void>>} stops it */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject('code' in cause && cause.code === 'EADDRINUSE' ? portTaken(port) : cause),
    )
    server.listen(port, '0.0.0.0', BACKLOG, () =>
      resolve(
        () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      ),
    )
  })
}

/** @param {number} port */
function portTaken(port) {
  return new MissingRequirement(
    `Port ${port} is in use: end the program that listens there, or choose others with --site-port, --preview-port and --page-port.`,
  )
}
