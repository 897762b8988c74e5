// Bundles what Next leaves outside of its webpack bundles (app-page.runtime, the shared `*.external` storages, the adapter
// of proxy.ts) into one piece, so that each storage exists once. Result: text of `var __externals = …`, an object of
// functions by name. Node's modules are the platform's.
// @ts-check
import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { BROWSER_BUNDLE, isNodeModule, nodeModulesFromPlatform, standIns } from './bundles.mjs'

/** Used by proxy.ts, which Next builds as an entry of its own. */
const ALSO = ['next/dist/server/web/adapter']

const ENVIRONMENT_EXTENSIONS = ['random', 'date', 'web-crypto', 'fast-set-immediate.external'].map(
  (name) => `next/dist/server/node-environment-extensions/${name}`,
)

const STAND_INS = {
  // Reads the dist directory; ours are made from the learner's files.
  'server/load-manifest.external': `
    const hooks = () => globalThis.__kernelHooks()
    exports.loadManifestFromRelativePath = ({ manifest, handleMissing }) => {
      const found = hooks().readManifest(manifest)
      if (found === undefined && !handleMissing) throw new Error('No manifest ' + manifest)
      return found
    }
    exports.evalManifestFromRelativePath = ({ manifest }) => {
      const page = manifest.replace(/^server\\/app/, '').replace(/_client-reference-manifest\\.js$/, '')
      return { __RSC_MANIFEST: { [page]: hooks().readClientReferences(page) } }
    }
    exports.loadManifest = () => ({})
    exports.evalManifest = () => ({})
    exports.clearManifestCache = () => false`,
  // They prepare a Node process; the platform has done so.
  'build/adapter/setup-node-env.external': '',
  'server/node-environment': '',
  'server/require-hook': '',
  // 247 KB, for draft mode only.
  'compiled/fast-jwt': '',
}

/** @type {import('esbuild').Plugin} */
const fittedRuntimes = {
  name: 'fitted-runtimes',
  setup(build_) {
    build_.onLoad({ filter: /compiled\/next-server\/.*runtime/ }, ({ path }) => ({
      contents: fitRuntime(readFileSync(path, 'utf8')),
    }))
  },
}

/**
 * Three things of a runtime of Next's that a disk or webpack decides:
 * - it loads chunks of its own by a computed name, for which esbuild would take in the whole folder;
 * - the overlay's names of files are cut by the project's folder and the process's. Both are `/` here, so that each cut
 *   would take a separator out of the middle;
 * - stylesheets are addressed by the time of the request: here by that of their last change (`KernelHooks.stylesVersion`).
 * @param {string} text
 */
export function fitRuntime(text) {
  return text
    .replace(/\brequire\("\.\/"\s*\+/g, '__noComputedRequire("./"+')
    .replace(/(\.replace\(\/\^\\\[project\\\]\[\\\\\/\]\?\/,""\))(?:\.replace\(\w+,""\)){2}/g, '$1')
    .replace(/\?v=\$\{\w+\.requestTimestamp\}/g, '?v=${__kernelHooks().stylesVersion()}')
}

/**
 * @param {readonly string[]} names as harvest.mjs found them
 * @param {'development' | 'production'} flavour
 * @returns {Promise<string>}
 */
export async function bundleExternals(names, flavour) {
  const modules = [...names.filter((name) => !isNodeModule(name)), ...ALSO]
  const table = modules.map(
    (name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(name)}),`,
  )
  const extensions = ENVIRONMENT_EXTENSIONS.map((name) => `require(${JSON.stringify(name)});`)
  const { outputFiles } = await build({
    ...BROWSER_BUNDLE,
    stdin: {
      contents: `module.exports = { modules: {${table.join('\n')}}, extendEnvironment() {${extensions.join('\n')}} }`,
      resolveDir: BROWSER_BUNDLE.absWorkingDir,
      sourcefile: 'externals.js',
    },
    format: 'iife',
    globalName: '__externals',
    // Next asks for the app's own first and takes this one when that throws; a kernel has no other.
    alias: { '@opentelemetry/api': 'next/dist/compiled/@opentelemetry/api' },
    define: {
      'process.env.NODE_ENV': JSON.stringify(flavour),
      'process.env.NEXT_RUNTIME': '"nodejs"',
      'process.env.TURBOPACK': 'false',
      'process.env.__NEXT_EXPERIMENTAL_REACT': 'false',
      global: 'globalThis',
      __dirname: '"/"',
      __filename: '"/next"',
    },
    plugins: [fittedRuntimes, nodeModulesFromPlatform, standIns(STAND_INS)],
  })
  return outputFiles[0]?.text ?? ''
}
