// The runtime of a webpack module table, in the kernel worker (bundled into server.js). The learner's page uses
// webpack's own runtime instead, because that one also loads chunks. The letters are webpack's
// (webpack/lib/RuntimeGlobals.js): harvested code calls them.
import type { ModuleFunction, ModuleId, WebpackModule, WebpackRequire } from '../contract.ts'
import { startAsyncModule } from './async-module.ts'
import { addInterop } from './interop.ts'

/** Makes the function that harvested modules know as `__webpack_require__`. */
export function createWebpackRequire(table: Record<ModuleId, ModuleFunction>): WebpackRequire {
  const cache: Record<ModuleId, WebpackModule> = {}
  const require = (id: ModuleId): unknown => {
    const known = cache[id]
    if (known) return known.exports
    const evaluate = table[id]
    if (!evaluate)
      throw Object.assign(new Error(`Cannot find module '${id}'`), { code: 'MODULE_NOT_FOUND' })
    const module: WebpackModule = { id, exports: {}, loaded: false }
    cache[id] = module
    let done = false
    try {
      evaluate.call(module.exports, module, exportsOf(module), webpackRequire)
      done = true
    } finally {
      if (!done) delete cache[id]
    }
    module.loaded = true
    return module.exports
  }
  const webpackRequire: WebpackRequire = addInterop(
    Object.assign(require, {
      m: table,
      c: cache,
      ...exportTools,
      a: startAsyncModule,
      // Every module is in the table: there are no chunks to wait for.
      e: () => Promise.resolve(),
      u: (chunk: string) => chunk,
      g: globalThis,
      p: '/_next/',
      nmd: markForeign,
      hmd: markForeign,
    }),
  )
  return webpackRequire
}

function exportsOf(module: WebpackModule): object {
  const { exports } = module
  return typeof exports === 'object' && exports !== null ? exports : {}
}

const has = (object: object, key: string) => Object.prototype.hasOwnProperty.call(object, key)

function define(exports: object, getters: Record<string, () => unknown>): void {
  for (const key of Object.keys(getters)) {
    const get = getters[key]
    if (get && !has(exports, key)) Object.defineProperty(exports, key, { enumerable: true, get })
  }
}

function markAsEsModule(exports: object): void {
  Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' })
  Object.defineProperty(exports, '__esModule', { value: true })
}

function isEsModule(value: unknown): value is { default: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    '__esModule' in value &&
    Boolean(value.__esModule)
  )
}

function defaultGetter(module: unknown): () => unknown {
  const getter = isEsModule(module) ? () => module.default : () => module
  define(getter, { a: getter })
  return getter
}

const leafPrototypes: readonly unknown[] = [
  null,
  Object.prototype,
  Array.prototype,
  Function.prototype,
]

/** webpack's `t`: a namespace object for a value that is not an ES module. The bits are webpack's. */
function namespaceOf(this: unknown, value: unknown, mode: number): unknown {
  if (mode & 1 && typeof this === 'function') value = this(value)
  if (mode & 8) return value
  if (typeof value === 'object' && value !== null) {
    if (mode & 4 && isEsModule(value)) return value
    if (mode & 16 && 'then' in value && typeof value.then === 'function') return value
  }
  const namespace: object = Object.create(null)
  markAsEsModule(namespace)
  const getters: Record<string, () => unknown> = {}
  let current: unknown = mode & 2 ? value : null
  while (
    (typeof current === 'object' || typeof current === 'function') &&
    !leafPrototypes.includes(current)
  ) {
    const holder: object = current as object // narrowed above; null is a leaf
    for (const key of Object.getOwnPropertyNames(holder))
      getters[key] = () => Reflect.get(Object(value), key)
    current = Object.getPrototypeOf(holder)
  }
  getters['default'] = () => value
  define(namespace, getters)
  return namespace
}

function markForeign<M extends { paths?: string[]; children?: unknown[] }>(module: M): M {
  module.paths = []
  module.children ??= []
  return module
}

const exportTools = { d: define, r: markAsEsModule, o: has, n: defaultGetter, t: namespaceOf }
