// Bundles and serves the harness page: `node playground/ui/testing/serve-harness.mjs [port]`. Prints its address and
// the bytes of what the page loads before the editor. For development and tests; the product is bundled by Next.
// @ts-check
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))
const out = join(here, '../../../build/ui-harness')
const types = join(here, '../../../build/type-files')

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Playground harness</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/harness.css">
<script>if (new URLSearchParams(location.search).has('dark')) document.documentElement.classList.add('dark')</script></head>
<body style="margin:0"><div id="root"></div><script type="module" src="/harness.js"></script></body></html>`

/** esbuild does not make workers of `new Worker(new URL(…))` by itself. @type {import('esbuild').Plugin} */
const workers = {
  name: 'workers',
  setup(builder) {
    builder.onLoad({ filter: /editor\/(monaco|typescript-help)\.ts$/ }, async ({ path }) => ({
      loader: 'ts',
      contents: (await readFile(path, 'utf8')).replace(
        /new URL\('\.\/([\w.]+)\.worker\.ts', import\.meta\.url\)/g,
        "'/workers/$1.worker.js'",
      ),
    }))
  },
}

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  logLevel: 'warning',
  loader: { '.ttf': 'file' },
  define: { 'process.env.NODE_ENV': '"production"' },
}

export async function buildHarness() {
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  const page = await build({
    ...shared,
    entryPoints: [join(here, 'harness.tsx')],
    outdir: out,
    splitting: true,
    metafile: true,
    jsx: 'automatic',
    plugins: [workers],
  })
  await build({
    ...shared,
    entryPoints: {
      'editor.worker': join(here, '../editor/editor.worker.ts'),
      'typescript.worker': join(here, '../editor/typescript.worker.ts'),
    },
    outdir: join(out, 'workers'),
  })
  await writeFile(join(out, 'index.html'), PAGE)
  // Of the last `npm run build`; without it the editor checks syntax alone.
  if (existsSync(types)) await cp(types, join(out, 'types'), { recursive: true })
  return page.metafile
}

/** Gzip bytes of the entry and everything it imports statically. @param {import('esbuild').Metafile} metafile */
export async function measureEntry(metafile) {
  const entry = Object.keys(metafile.outputs).find((path) => path.endsWith('harness.js'))
  /** @type {Set<string>} */
  const seen = new Set()
  const visit = (/** @type {string | undefined} */ path) => {
    if (!path || seen.has(path)) return
    seen.add(path)
    for (const each of metafile.outputs[path]?.imports ?? [])
      if (each.kind === 'import-statement') visit(each.path)
  }
  visit(entry)
  let bytes = 0
  for (const path of seen) bytes += gzipSync(await readFile(path)).byteLength
  return bytes
}

const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', ttf: 'font/ttf' }

/** @param {number} port */
export function serveHarness(port) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = pathname === '/' ? 'index.html' : pathname.slice(1)
    try {
      const bytes = await readFile(join(out, file))
      const extension = /** @type {keyof typeof TYPES} */ (file.slice(file.lastIndexOf('.') + 1))
      response
        .writeHead(200, {
          'content-type': TYPES[extension] ?? 'application/octet-stream',
          'cache-control': 'no-store',
        })
        .end(bytes)
    } catch {
      response.writeHead(404).end('not found')
    }
  })
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const metafile = await buildHarness()
  const port = Number(process.argv[2] ?? 3300)
  console.log(
    `before the editor, React and the fake engine included: ${((await measureEntry(metafile)) / 1024).toFixed(1)} KB gzip`,
  )
  if (process.argv[3] !== 'only-build') {
    await serveHarness(port)
    console.log(`http://127.0.0.1:${port}/`)
  }
}
