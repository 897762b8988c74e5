// Both origins from one process: the site and the preview, each a static folder on a port of its own.
// `node tools/serve/serve.mjs` serves what was built last; tests call startServers.
// @ts-check
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../build/build-if-changed.mjs'
import { portInUse } from '../start/requirements.mjs'
import { createStaticServer } from './static-server.mjs'

export const DEFAULT_SITE_PORT = 3000
export const DEFAULT_PREVIEW_PORT = 3001

/**
 * @typedef {object} ServerOptions
 * @property {number} [sitePort] 0 takes a free one
 * @property {number} [previewPort] 0 takes a free one
 * @property {string} [siteRoot]
 * @property {string} [previewRoot]
 * @property {import('./static-server.mjs').OnSent} [onSent] told what leaves, from either origin
 */

/**
 * @typedef {object} Servers
 * @property {string} siteOrigin
 * @property {string} previewOrigin
 * @property {() => Promise<void>} stop
 */

/** @param {NodeJS.ProcessEnv} [env] */
export function portsFrom(env = process.env) {
  return {
    sitePort: Number(env.BOTH_ENDS_SITE_PORT ?? DEFAULT_SITE_PORT),
    previewPort: Number(env.BOTH_ENDS_PREVIEW_PORT ?? DEFAULT_PREVIEW_PORT),
  }
}

/**
 * Resolves when both origins answer. Rejects when a port is taken or a folder was not built.
 * @param {ServerOptions} [options]
 * @returns {Promise<Servers>}
 */
export async function startServers(options = {}) {
  const ports = { ...portsFrom(), ...options }
  const siteRoot = options.siteRoot ?? join(ROOT, 'build', 'site')
  const previewRoot = options.previewRoot ?? join(ROOT, 'build', 'preview')
  for (const root of [siteRoot, previewRoot]) {
    if (!existsSync(root)) throw new Error(`${root} is not there: run npm run build first.`)
  }
  const site = await startServer(siteRoot, ports.sitePort, options.onSent)
  const preview = await startServer(previewRoot, ports.previewPort, options.onSent).catch(
    async (cause) => {
      await site.stop()
      throw cause
    },
  )
  return {
    // Two host names make two sites: the browser keeps the learner's code apart from the pages around it.
    siteOrigin: `http://localhost:${site.port}`,
    previewOrigin: `http://127.0.0.1:${preview.port}`,
    stop: async () => {
      await Promise.all([site.stop(), preview.stop()])
    },
  }
}

/**
 * @param {string} root
 * @param {number} port
 * @param {import('./static-server.mjs').OnSent} [onSent]
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export function startServer(root, port, onSent) {
  const server = createStaticServer(root, onSent)
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject('code' in cause && cause.code === 'EADDRINUSE' ? portInUse(port) : cause),
    )
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : port,
        stop: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      })
    })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { siteOrigin, previewOrigin } = await startServers()
  console.log(`Site     ${siteOrigin}\nPreview  ${previewOrigin}\nCtrl+C stops both.`)
}
