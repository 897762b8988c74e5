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
  const modules = [...harvested].filter(([id]) => isKernelModule(id))
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
