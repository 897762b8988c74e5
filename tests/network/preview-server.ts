// Serves the real host page, broker and service worker with fake ends, bundled in memory, on two origins. Node.
import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const RUNTIME = 'playground/runtime'

const SCRIPTS = {
  '/__host__/host.js': { entry: `${RUNTIME}/host/host.ts`, format: 'esm' },
  '/__host__/broker.worker.js': { entry: `${RUNTIME}/broker/broker.worker.ts`, format: 'esm' },
  '/__host__/kernel.worker.js': { entry: 'tests/network/fake-kernel.worker.ts', format: 'esm' },
  '/__host__/backend.worker.js': { entry: 'tests/network/fake-backend.worker.ts', format: 'esm' },
  '/service-worker.js': { entry: `${RUNTIME}/service-worker/service-worker.ts`, format: 'iife' },
  '/site-page.js': { entry: 'tests/network/site-page.ts', format: 'esm' },
} as const

/** Plain files of the preview origin that a test looks for. */
const FILES: Readonly<Record<string, string>> = {
  '/__host__/compiler.worker.js': '',
  '/__host__/guest.js': 'window.guestCookies = document.currentScript.dataset.cookies',
  '/outside.json': '"from outside"',
  '/__host__/kernel/development/client.js': '/* the kernel in the page */',
}

export interface TwoOrigins {
  readonly site: string
  readonly preview: string
  stop(): void
}

export async function serveTwoOrigins(): Promise<TwoOrigins> {
  const served = new Map<string, string>(Object.entries(FILES))
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    const body = served.get(pathname)
    response.setHeader('content-type', pathname.endsWith('.js') ? 'text/javascript' : 'text/html')
    if (pathname === '/outside.json') response.setHeader('access-control-allow-origin', '*')
    response.writeHead(body === undefined ? 404 : 200)
    response.end(body ?? 'the static 404')
  })
  const port = await listen(server)
  // One server, two names: two sites for the browser.
  const site = `http://localhost:${port}`
  const preview = `http://127.0.0.1:${port}`
  await Promise.all(
    Object.entries(SCRIPTS).map(async ([path, { entry, format }]) => {
      served.set(path, await bundle(entry, format, { site, preview }))
    }),
  )
  served.set('/__host__/host.html', await readFile(join(ROOT, RUNTIME, 'host/host.html'), 'utf8'))
  served.set('/', '<!doctype html><body><script type="module" src="/site-page.js"></script>')
  return { site, preview, stop: () => server.close() }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.listen(0, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('No port.'))
      else resolve(address.port)
    })
  })
}

async function bundle(
  entry: string,
  format: 'esm' | 'iife',
  { site, preview }: { site: string; preview: string },
): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format,
    define: {
      BOTH_ENDS_SITE_ORIGIN: JSON.stringify(site),
      BOTH_ENDS_PREVIEW_ORIGIN: JSON.stringify(preview),
      BOTH_ENDS_VERSION: '"test"',
    },
  })
  return outputFiles[0]?.text ?? ''
}
