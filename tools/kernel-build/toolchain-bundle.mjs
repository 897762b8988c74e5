// toolchain.js: Next's build-time code that runs in the kernel worker unchanged (contract.ts, `KernelToolchain`): loaders,
// route sorting, metadata routes, custom routes. Its own async is native: no request runs through it.
// @ts-check
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { BROWSER_BUNDLE, nodeModulesFromPlatform, standIns } from './bundles.mjs'
import { readTemplates } from './templates.mjs'
import { treeViewText } from './tree-view.mjs'

const ENTRY = join(dirname(fileURLToPath(import.meta.url)), 'toolchain-entry.mjs')

const LOG_LEVELS = ['error', 'warn', 'info', 'event', 'ready', 'wait', 'trace', 'bootstrap']

// Next asks these of the native compiler, the terminal or the disk.
const STAND_INS = {
  'build/utils': String.raw`
    exports.isAppBuiltinPage = (path) => /next[\\/]dist[\\/](esm[\\/])?client[\\/]components[\\/]builtin[\\/]/.test(path)
    ${treeViewText()}`,
  'build/swc/install-bindings': 'exports.installBindings = () => Promise.resolve()',
  'build/swc':
    'exports.getBindingsSync = () => { throw new Error("Next asked for its native compiler.") }',
  'build/load-entrypoint': `
    const { expandTemplate } = require('both-ends/expand-template')
    exports.loadEntrypoint = (name, replacements, injections, imports) =>
      Promise.resolve(expandTemplate(__TEMPLATES__[name], replacements, injections, imports))`,
  'build/output/log': `
    for (const level of ${JSON.stringify(LOG_LEVELS)}) exports[level] = (...values) => console[level === 'error' ? 'error' : 'warn'](...values)
    exports.warnOnce = exports.warn
    exports.errorOnce = exports.error`,
  'lib/verify-root-layout': 'exports.verifyRootLayout = () => Promise.resolve([false, undefined])',
  'lib/picocolors': `module.exports = new Proxy({}, { get: (_, key) => (key === '__esModule' ? true : (text) => String(text)) })`,
  // Reads font metrics for the fallback font: a megabyte, and the fallback stays unadjusted without it.
  'compiled/@next/font/dist/fontkit': 'exports.default = undefined',
}

/** @type {import('esbuild').Plugin} */
const ownModules = {
  name: 'own-modules',
  setup(build_) {
    build_.onResolve({ filter: /^both-ends\// }, ({ path }) => ({
      path: join(dirname(ENTRY), `${path.slice('both-ends/'.length)}.mjs`),
    }))
  },
}

export async function makeToolchain() {
  const { outputFiles } = await build({
    ...BROWSER_BUNDLE,
    entryPoints: [ENTRY],
    format: 'esm',
    minify: true,
    define: {
      'process.env.NEXT_RSPACK': '""',
      'process.env.NEXT_RUNTIME': '"nodejs"',
      'process.env.TURBOPACK': '""',
      __TEMPLATES__: JSON.stringify(await readTemplates()),
      __dirname: '"/next/dist/build"',
      global: 'globalThis',
    },
    plugins: [ownModules, nodeModulesFromPlatform, standIns(STAND_INS)],
  })
  return outputFiles[0]?.text ?? ''
}
