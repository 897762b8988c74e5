// npm packages that a learner's code may import, bundled ahead: one ES module for each layer, by that layer's `exports`
// conditions. The kernel fetches one when code first imports it, links it like the learner's own files, and so the page
// pays for nothing that is not used. To add one: install it, add its name here and to content/docs/packages.mdx.
// @ts-check
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { ROOT } from '../build/build-if-changed.mjs'
import { LOWERED_ASYNC } from './lowered-async.mjs'
import { refuseMachinePaths } from './machine-paths.mjs'

export const PACKAGE_SPECIFIERS = [
  'clsx',
  'date-fns',
  'jose',
  'openapi-fetch',
  'swr',
  'swr/_internal',
  'swr/immutable',
  'swr/infinite',
  'swr/mutation',
  'zod',
  'zod/mini',
  'zod/v4',
]

/** As Next's webpack build resolves in each layer. */
const CONDITIONS = {
  rsc: ['react-server', 'node', 'import', 'module'],
  ssr: ['node', 'import', 'module'],
  client: ['browser', 'import', 'module'],
}

/** @typedef {keyof typeof CONDITIONS} PackageLayer */

/** @param {PackageLayer} layer @param {string} specifier */
export function packageFile(layer, specifier) {
  return `packages/${layer}/${fileName(specifier)}.js`
}

export const PACKAGE_FILES = Object.keys(CONDITIONS).flatMap((layer) =>
  PACKAGE_SPECIFIERS.map((specifier) =>
    packageFile(/** @type {PackageLayer} */ (layer), specifier),
  ),
)

/** @type {import('esbuild').Plugin} */
const reactOfTheKernel = {
  name: 'react-of-the-kernel',
  setup(build_) {
    build_.onResolve({ filter: /^use-sync-external-store\/shim/ }, ({ path }) => {
      return { path, namespace: 'of-react' }
    })
    build_.onResolve(
      { filter: /^(react|react-dom|next|server-only|client-only)(\/|$)/ },
      ({ path }) => ({ path, external: true }),
    )
    // A CommonJS shim for React before 18; what it stands in for is there.
    build_.onLoad({ filter: /.*/, namespace: 'of-react' }, () => ({
      contents: "export { useSyncExternalStore } from 'react'",
      resolveDir: ROOT,
    }))
  },
}

/** @param {string} out the folder of the built kernel */
export async function buildPackages(out) {
  await rm(join(out, 'packages'), { recursive: true, force: true })
  const layers = /** @type {PackageLayer[]} */ (Object.keys(CONDITIONS))
  await Promise.all(
    layers.map(async (layer) => {
      const folder = join(out, 'packages', layer)
      await mkdir(folder, { recursive: true })
      for (const { name, text } of await bundlePackages(layer)) {
        refuseMachinePaths(text, name)
        await writeFile(join(folder, name), text)
      }
    }),
  )
}

/**
 * What several entries share is a chunk of its own, so that `swr` and `swr/mutation` have one cache.
 * @param {PackageLayer} layer
 */
export async function bundlePackages(layer) {
  const isServer = layer !== 'client'
  const entries = PACKAGE_SPECIFIERS.map((specifier) => [fileName(specifier), specifier])
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(entries),
    absWorkingDir: ROOT,
    outdir: join(ROOT, 'nowhere'),
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: isServer ? ['module', 'main'] : ['browser', 'module', 'main'],
    conditions: CONDITIONS[layer],
    target: 'chrome120',
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    // Async functions of the server layers must not be native: see lowered-async.mjs.
    ...(isServer ? { supported: LOWERED_ASYNC } : {}),
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [reactOfTheKernel],
    logLevel: 'error',
  })
  return outputFiles.map(({ path, text }) => ({ name: basename(path), text }))
}

/** @param {string} specifier */
function fileName(specifier) {
  return specifier.replaceAll('/', '__')
}
