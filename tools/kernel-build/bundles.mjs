// What every esbuild run of the kernel shares: targets, defines, and where Node's names lead. In the kernel's files
// Node's modules are asked of the platform (playground/runtime/kernel/platform) by `__kernelRequireNode`; only the
// worker's own bundle, which holds the platform, has the npm packages that stand for them.
// @ts-check
import { existsSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'
import { LOWERED_ASYNC } from './lowered-async.mjs'
import { withoutThrows } from './without-throws.mjs'

export const NODE_MODULES = join(ROOT, 'node_modules')
export const NEXT_DIST = join(NODE_MODULES, 'next', 'dist')
/** @type {string} */
export const NEXT_VERSION = JSON.parse(
  readFileSync(join(NODE_MODULES, 'next', 'package.json'), 'utf8'),
).version

export const TARGETS = ['chrome120', 'firefox121', 'safari17.4']

/** @satisfies {import('esbuild').BuildOptions} */
export const BROWSER_BUNDLE = {
  bundle: true,
  write: false,
  platform: 'browser',
  target: TARGETS,
  legalComments: 'none',
  logLevel: 'error',
  absWorkingDir: ROOT,
}

const BUILTINS = new Set(builtinModules)

/** @param {string} id */
export function isNodeModule(id) {
  return id.startsWith('node:') || BUILTINS.has(id)
}

/** `require('node:x')` becomes a question to the platform. @type {import('esbuild').Plugin} */
export const nodeModulesFromPlatform = {
  name: 'node-modules-from-platform',
  setup(build) {
    build.onResolve({ filter: /^[\w:/]+$/ }, ({ path }) =>
      isNodeModule(path) ? { path, namespace: 'node' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'node' }, ({ path }) => ({
      contents: `module.exports = globalThis.__kernelRequireNode(${JSON.stringify(path)}) ?? {}`,
    }))
  },
}

/**
 * Text in place of files, by the end of the resolved path below next/dist.
 * @param {Readonly<Record<string, string>>} textByPath keys like `build/utils` or `compiled/fast-jwt`
 * @returns {import('esbuild').Plugin}
 */
export function standIns(textByPath) {
  return {
    name: 'stand-ins',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ path, resolveDir, kind }) => {
        if (kind === 'entry-point') return undefined
        const file = resolveNextFile(path, resolveDir)
        if (file === null) return undefined
        const name = file.slice(NEXT_DIST.length + 1).replace(/(\/index)?\.js$/, '')
        return name in textByPath ? { path: name, namespace: 'stand-in' } : { path: file }
      })
      build.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({
        contents: textByPath[path] ?? '',
        resolveDir: NEXT_DIST,
      }))
    },
  }
}

/** A file below next/dist, for `next/dist/…` and for relative paths inside it; null for anything else. */
function resolveNextFile(/** @type {string} */ path, /** @type {string} */ resolveDir) {
  const base = path.startsWith('next/dist/')
    ? join(NODE_MODULES, path)
    : path.startsWith('.')
      ? join(resolveDir, path)
      : null
  if (base === null || !base.startsWith(NEXT_DIST)) return null
  for (const file of [base, `${base}.js`, join(base, 'index.js')]) {
    if (existsSync(file) && statSync(file).isFile()) return file
  }
  return mainOf(base)
}

/** next/dist/compiled holds packages with a package.json of their own. @param {string} directory */
function mainOf(directory) {
  const description = join(directory, 'package.json')
  if (!existsSync(description)) return null
  return join(directory, JSON.parse(readFileSync(description, 'utf8')).main ?? 'index.js')
}

/** npm's `process` has a nextTick of its own, by setTimeout: readable-stream would leave the event-loop order. @type {import('esbuild').Plugin} */
export const processOfPlatform = {
  name: 'process-of-platform',
  setup(build) {
    build.onResolve({ filter: /^process\/?$/ }, () => ({ path: 'process', namespace: 'platform' }))
    build.onLoad({ filter: /.*/, namespace: 'platform' }, () => ({
      contents: 'module.exports = globalThis.process',
    }))
  },
}

/** npm packages that stand for Node's modules ask for each other by Node's names. @type {import('esbuild').Plugin} */
const npmStandsForNode = {
  name: 'npm-stands-for-node',
  setup(build) {
    /** @type {Readonly<Record<string, string>>} */
    const files = {
      buffer: 'buffer/index.js',
      events: 'events/events.js',
      util: 'util/util.js',
      url: 'url/url.js',
      path: 'path-browserify/index.js',
      querystring: 'querystring-es3/index.js',
      'string_decoder/': 'string_decoder/lib/string_decoder.js',
      string_decoder: 'string_decoder/lib/string_decoder.js',
    }
    build.onResolve({ filter: /^[\w_]+\/?$/ }, ({ path, kind }) => {
      const file = files[path]
      return file === undefined || kind === 'entry-point'
        ? undefined
        : { path: join(NODE_MODULES, file) }
    })
  },
}

/**
 * For whoever bundles `playground/runtime/kernel/kernel.worker.ts`: merge into esbuild's options (its plugins too).
 * @satisfies {import('esbuild').BuildOptions}
 */
export const KERNEL_WORKER_OPTIONS = {
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: TARGETS,
  supported: LOWERED_ASYNC,
  define: { global: 'globalThis' },
  plugins: [processOfPlatform, npmStandsForNode, withoutThrows],
}
