// What our linked modules ask of the module table beyond webpack's own letters. Used in the worker and, added to
// webpack's own runtime, in the learner's page. It does not link: that is kernel/link.
import type { ModuleId, WebpackRequire } from '../contract.ts'

type Namespace = object

interface BareRequire {
  (id: ModuleId): unknown
  d: WebpackRequire['d']
  o: WebpackRequire['o']
  t: WebpackRequire['t']
}

/** Adds `imp`, `star` and `spawn` (contract.ts) to a runtime. */
export function addInterop<R extends BareRequire>(
  require: R,
): R & Pick<WebpackRequire, 'imp' | 'star' | 'spawn'> {
  // One namespace per CommonJS module: `import * as a` twice must give the same object.
  const namespaces = new WeakMap<object, Namespace>()
  const imp = (id: ModuleId): unknown => {
    const exports = require(id)
    if (!isObject(exports) || '__esModule' in exports || isThenable(exports)) return exports
    const known = namespaces.get(exports)
    if (known) return known
    const made = require.t(exports, 2)
    if (isObject(made)) namespaces.set(exports, made)
    return made
  }
  const star = (exports: object, module: object) => {
    for (const key of Object.keys(module)) {
      if (key !== 'default' && !require.o(exports, key))
        require.d(exports, { [key]: () => Reflect.get(module, key) })
    }
  }
  return Object.assign(require, { imp, star, spawn })
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

function isThenable(value: object): boolean {
  return 'then' in value && typeof value.then === 'function'
}

/** An async function in the form that AsyncLocalStorage can follow: each `yield` is an `await`. */
function spawn(body: () => Generator): Promise<unknown> {
  const iterator = body()
  return new Promise((resolve, reject) => {
    const advance = (resume: () => IteratorResult<unknown>) => {
      let result: IteratorResult<unknown>
      try {
        result = resume()
      } catch (cause) {
        return reject(cause)
      }
      if (result.done) return resolve(result.value)
      Promise.resolve(result.value).then(
        (value) => advance(() => iterator.next(value)),
        (cause: unknown) => advance(() => iterator.throw(cause)),
      )
    }
    advance(() => iterator.next())
  })
}
