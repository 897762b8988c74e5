// client.js and overlay.js: classic scripts of the learner's page. Order inside client.js: our prelude, Next's modules,
// webpack's own runtime, our additions to it, then Next's client starts.
// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, transform } from 'esbuild'
import { ROOT } from '../build/build-if-changed.mjs'
import { BROWSER_BUNDLE, NEXT_VERSION, TARGETS } from './bundles.mjs'
import { isAppClientModule } from './harvest.mjs'
import { writeTable } from './server-bundle.mjs'
import { bundleSwcHelpers } from './swc-helpers.mjs'

const NEXT = '(app-pages-browser)/./node_modules/next/dist'
const OVERLAY = `${NEXT}/compiled/next-devtools/index.js`
const START = {
  development: `${NEXT}/client/app-next-dev.js`,
  production: `${NEXT}/client/app-next.js`,
}
const EXPOSE_CACHE = [
  '__webpack_require__.m = __webpack_modules__;',
  '$&\n__webpack_require__.c = __webpack_module_cache__;',
]

/**
 * @param {object} input
 * @param {string} input.appDirectory of the finished placeholder build
 * @param {import('./harvest.mjs').ModuleTexts} input.harvested
 * @param {import('./next-build.mjs').Flavour} input.flavour
 * @param {Record<string, unknown>} input.flags defaults, which the script's address may change
 * @param {(text: string) => string} input.withoutMachinePaths
 */
export async function makeClientBundle({
  appDirectory,
  harvested,
  flavour,
  flags,
  withoutMachinePaths,
}) {
  const isLate = (/** @type {string} */ id) => flavour === 'development' && id === OVERLAY
  const modules = [...harvested].filter(([id]) => isAppClientModule(id) && !isLate(id))
  if (!harvested.has(START[flavour]))
    throw new Error(`The placeholder build has no client entry ${START[flavour]}.`)
  const client = [
    await bundlePrelude(flavour),
    `__kernelClient.prepare(${JSON.stringify(flags)}, ${JSON.stringify(NEXT_VERSION)});`,
    `(self.webpackChunk_N_E = self.webpackChunk_N_E || []).push([["kernel"], ${writeTable(modules)}]);`,
    await bundleSwcHelpers(),
    'self.webpackChunk_N_E.push([["swc-helpers"], __swcHelpers.createModules()]);',
    readWebpackRuntime(appDirectory),
    startScript(flavour),
  ].join('\n')
  const overlay = harvested.get(OVERLAY)
  return {
    files: {
      'client.js': await minify(withoutMachinePaths(client)),
      ...(flavour === 'development' && overlay !== undefined
        ? { 'overlay.js': await minify(withoutMachinePaths(overlayScript(overlay))) }
        : {}),
    },
    moduleCount: modules.length,
  }
}

/** Its fonts are served by a dev server at /__nextjs_font; without them it falls back to the system's. @param {string} text */
function overlayScript(text) {
  const withoutFonts = text.replace(/@font-face\s*\{[^}]*\}/g, '')
  return `self.webpackChunk_N_E.push([["overlay"], { "kernel/overlay": ${withoutFonts} }]);`
}

/** @param {import('./next-build.mjs').Flavour} flavour */
function startScript(flavour) {
  const start = `require(${JSON.stringify(START[flavour])})`
  return `self.webpackChunk_N_E.push([["start"], {}, (require) => { __kernelClient.complete(require); ${start} }]);`
}

/** @param {import('./next-build.mjs').Flavour} flavour */
async function bundlePrelude(flavour) {
  const { outputFiles } = await build({
    ...BROWSER_BUNDLE,
    entryPoints: [join(ROOT, 'playground/runtime/kernel/client', `${flavour}.ts`)],
    format: 'iife',
    globalName: '__kernelClient',
    define: { 'process.env.NODE_ENV': JSON.stringify(flavour) },
  })
  return outputFiles[0]?.text ?? ''
}

/** @param {string} appDirectory */
function readWebpackRuntime(appDirectory) {
  const chunks = join(appDirectory, '.next', 'static', 'chunks')
  const file = readdirSync(chunks).find((name) => /^webpack-[0-9a-f]+\.js$/.test(name))
  if (file === undefined)
    throw new Error('The placeholder build has no webpack runtime for the client.')
  const runtime = readFileSync(join(chunks, file), 'utf8')
  if (!runtime.includes(EXPOSE_CACHE[0] ?? ''))
    throw new Error("webpack's runtime has another shape: its module table was not found.")
  return runtime.replace(EXPOSE_CACHE[0] ?? '', EXPOSE_CACHE[1] ?? '')
}

/** @param {string} code */
async function minify(code) {
  const result = await transform(code, { minify: true, target: TARGETS, legalComments: 'none' })
  return result.code
}
