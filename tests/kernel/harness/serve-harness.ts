// Static server of the kernel's integration tests: the built kernel, the two workers bundled as tools/preview-build
// bundles them, the harness page. No `/app` of its own: that is the service worker's.
import { createServer, type Server } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { build, type BuildOptions } from 'esbuild'

const ROOT = join(import.meta.dirname, '../../..')
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

export interface HarnessServer {
  readonly origin: string
  /** Paths asked for since the last call. */
  requested(): string[]
  close(): Promise<void>
}

export async function serveHarness(): Promise<HarnessServer> {
  const scripts = await bundleScripts()
  const requested: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    requested.push(pathname)
    const content = scripts.get(pathname) ?? readBuilt(pathname)
    if (content === null) {
      response.writeHead(404).end(`nothing at ${pathname}`)
      return
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(pathname)] ?? 'text/plain',
      'cache-control': 'no-cache',
      'service-worker-allowed': '/',
    })
    response.end(content)
  })
  const port = await listen(server)
  return {
    requested: () => requested.splice(0),
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

function readBuilt(pathname: string): Buffer | null {
  const kernel = /^\/_next\/static\/kernel\/(\w+)\/[\w-]+\/([\w-]+\.js)$/.exec(pathname)
  const path = kernel
    ? `build/kernel/${kernel[1]}/${kernel[2]}`
    : pathname.replace('/__host__/', 'build/')
  const file = join(ROOT, path)
  return /^\/(__host__|_next)\//.test(pathname) && existsSync(file) ? readFileSync(file) : null
}

async function bundleScripts(): Promise<Map<string, string | Buffer>> {
  // Untyped: a plain build script. Bundling as it does is the point.
  const { bundles }: { bundles: Record<string, BuildOptions> } =
    await import('../../../tools/preview-build/bundles.mjs')
  const own = (entry: string, format: 'iife' | 'esm'): BuildOptions => ({
    entryPoints: [join(import.meta.dirname, entry)],
    bundle: true,
    format,
    platform: 'browser',
    target: 'chrome120',
  })
  const wanted: Record<string, BuildOptions | undefined> = {
    '/__host__/kernel.worker.js': bundles['kernel.worker.js'],
    '/__host__/compiler.worker.js': bundles['compiler.worker.js'],
    '/harness.js': own('harness-page.ts', 'esm'),
    '/harness-sw.js': own('harness-sw.ts', 'iife'),
  }
  const scripts = new Map<string, string | Buffer>([
    [
      '/harness.html',
      '<!doctype html><meta charset="utf-8"><title>harness</title><link rel="icon" href="data:,"><iframe id="frame" width="900" height="600"></iframe><script type="module" src="/harness.js"></script>',
    ],
  ])
  for (const [path, options] of Object.entries(wanted)) {
    const built = await build({
      ...options,
      ...(options?.splitting && { outdir: join(ROOT, 'build') }),
      absWorkingDir: ROOT,
      write: false,
      logLevel: 'error',
      minify: process.env['HARNESS_READABLE'] === undefined,
    })
    const folder = join(ROOT, 'build')
    for (const { path: file, contents } of built.outputFiles ?? []) {
      // Of a split bundle the parts keep their names; an unsplit one has only its own.
      scripts.set(
        options?.splitting ? `/__host__${file.slice(folder.length)}` : path,
        Buffer.from(contents),
      )
    }
  }
  return scripts
}
