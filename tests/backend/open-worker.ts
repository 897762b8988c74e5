// Serves the backend worker, its archives and an empty page, and opens it in Chromium.
import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright'
import { chromiumArguments, findBrowser } from '../../tools/browsers/find-browsers.mjs'
import { bundles } from '../../tools/preview-build/bundles.mjs'
import { PYTHON_BUILD } from '../../tools/wheel-lock/disk-assets.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

export interface OpenWorker {
  readonly page: Page
  close(): Promise<void>
}

export async function openWorkerPage(): Promise<OpenWorker> {
  const scripts = {
    '/backend.worker.js': await bundle({ ...bundles['backend.worker.js'] }),
    '/page.js': await bundle({
      bundle: true,
      format: 'esm',
      entryPoints: ['tests/backend/worker-page.ts'],
    }),
  }
  const server = await serve(scripts)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const executablePath = findBrowser('chromium') ?? undefined
  const browser: Browser = await chromium.launch({
    args: chromiumArguments(),
    ...(executablePath === undefined ? {} : { executablePath }),
  })
  const page = await (await browser.newContext()).newPage()
  await page.goto(`http://127.0.0.1:${port}/`)
  await page.waitForFunction(() => 'backend' in window)
  return {
    page,
    async close() {
      await browser.close()
      server.close()
    },
  }
}

async function bundle(options: Parameters<typeof build>[0]): Promise<Uint8Array> {
  const { outputFiles } = await build({ ...options, absWorkingDir: ROOT, write: false })
  const [file] = outputFiles ?? []
  if (!file) throw new Error('esbuild made nothing.')
  return file.contents
}

function serve(scripts: Record<string, Uint8Array>): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const script = scripts[path]
    try {
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream')
      // Every name but the manifest's holds a hash; a return visit finds it in the browser's cache.
      if (path.startsWith('/python/')) {
        response.setHeader(
          'cache-control',
          path.endsWith('manifest.json') ? 'no-cache' : 'max-age=31536000',
        )
        response.end(await readFile(PYTHON_BUILD + path.slice('/python/'.length)))
      } else if (script) response.end(script)
      else if (path === '/') {
        response.setHeader('content-type', 'text/html')
        response.end(
          '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>',
        )
      } else response.writeHead(404).end()
    } catch {
      response.writeHead(404).end()
    }
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
