// server.js: Next's modules of the rsc and ssr layers with their externals and our module table runtime, as one ES module
// (contract.ts, `KernelServer`). Async functions lowered throughout.
// @ts-check
import { join } from 'node:path'
import { build, transform } from 'esbuild'
import { ROOT } from '../build/build-if-changed.mjs'
import { BROWSER_BUNDLE, TARGETS } from './bundles.mjs'
import { bundleExternals } from './externals.mjs'
import { findExternals, isKernelModule } from './harvest.mjs'
import { LOWERED_ASYNC } from './lowered-async.mjs'
import { bundleSwcHelpers } from './swc-helpers.mjs'

/**
 * @param {import('./harvest.mjs').ModuleTexts} harvested
 * @param {'development' | 'production'} flavour
 * @param {(text: string) => string} withoutMachinePaths
 */
export async function makeServerBundle(harvested, flavour, withoutMachinePaths) {
  const modules = [...harvested]
    .filter(([id]) => isKernelModule(id))
    .map(([id, code]) => /** @type {const} */ ([id, withoutClient(id, code)]))
  const text = [
    // Harvested modules, and esbuild's own stand-in for dynamic requires, call `require`; hoisted, because the
    // externals look at it while they are set up.
    'var __dirname = "/", __filename = "/next";',
    'var requireExternal; function require(id) { return requireExternal(id) }',
    await bundleExternals(findExternals(modules.map(([, code]) => code)), flavour),
    await bundleRuntime(),
    await bundleSwcHelpers(),
    'requireExternal = __kernelRuntime.createRequireExternal(__externals.modules);',
    `const webpack = __kernelRuntime.createWebpackRequire(${writeTable(modules)});`,
    'Object.assign(webpack.m, __swcHelpers.createModules());',
    'const extendEnvironment = __externals.extendEnvironment;',
    'export { webpack, requireExternal, extendEnvironment };',
  ].join('\n')
  const { code } = await transform(withoutMachinePaths(text), {
    format: 'esm',
    minify: true,
    target: TARGETS,
    supported: LOWERED_ASYNC,
    legalComments: 'none',
  })
  return { code, moduleCount: modules.length }
}

/** React's client: a ninth of all that a start reads, and no server runs it. */
const CLIENT_ONLY = /^\(ssr\)\/.*\/react-dom\/cjs\/react-dom-client\.(development|production)\.js$/

/**
 * A page's modules import it in both layers, so something stands there; used on a server it fails as the real one does.
 * @param {string} id
 * @param {string} code
 */
export function withoutClient(id, code) {
  if (!CLIENT_ONLY.test(id)) return code
  const version = /exports\.version\s*=\s*("[^"]+")/.exec(code)?.[1]
  if (version === undefined) throw new Error(`${id} has no version where it had one.`)
  return `(function (module, exports) {
    exports.createRoot = exports.hydrateRoot = function () { throw new Error("Target container is not a DOM element.") }
    exports.version = ${version}
  })`
}

/** @param {readonly (readonly [id: string, code: string])[]} modules */
export function writeTable(modules) {
  return `{\n${modules.map(([id, code]) => `${JSON.stringify(id)}: ${code}`).join(',\n')}\n}`
}

async function bundleRuntime() {
  const { outputFiles } = await build({
    ...BROWSER_BUNDLE,
    entryPoints: [join(ROOT, 'playground/runtime/kernel/webpack/server-runtime.ts')],
    format: 'iife',
    globalName: '__kernelRuntime',
  })
  return outputFiles[0]?.text ?? ''
}
