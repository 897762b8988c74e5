// Modules with top-level await, and modules that import such modules: webpack's protocol
// (webpack/lib/runtime/AsyncModuleRuntimeModule.js), because harvested modules and webpack's own runtime in the page
// speak it too. Used in the worker and in the learner's page. A module's exports are a promise until its body is done.
import type { WebpackModule, WebpackRequire } from '../contract.ts'

/** Those who wait for one module. State -1: its body is being run for the first time; 0: open; 1: done. */
interface Queue extends Array<Waiter> {
  state: number
}
interface Waiter {
  (): void
  open: number
}
interface Dependency {
  /** Registers this dependency's queues with a waiter. */
  visit(register: (queue: Queue | undefined) => void): void
  exports: unknown
  failure: { cause: unknown } | null
}

const dependencies = new WeakMap<object, Dependency>()

export const startAsyncModule: WebpackRequire['a'] = (module, body, hasAwait) => {
  const queue: Queue | undefined = hasAwait ? createQueue(-1) : undefined
  const found = new Set<Queue>()
  const own: Dependency = { visit: noVisit, exports: module.exports, failure: null }
  const promise = announce(module, own, queue, found)
  body(
    (imports) => awaitImports(imports.map(toDependency), queue, found),
    (cause) => {
      if (cause) {
        own.failure = { cause }
        promise.reject(cause)
      } else {
        promise.resolve(own.exports)
      }
      settle(queue)
    },
  )
  if (queue && queue.state < 0) queue.state = 0
}

const noVisit = () => undefined

function announce(
  module: WebpackModule,
  own: Dependency,
  queue: Queue | undefined,
  found: Set<Queue>,
) {
  let resolve: (exports: unknown) => void = noVisit
  let reject: (cause: unknown) => void = noVisit
  const promise = new Promise<unknown>((fulfil, fail) => {
    resolve = fulfil
    reject = fail
  })
  own.visit = (register) => {
    if (queue) register(queue)
    for (const each of found) register(each)
    // Not lost: whoever imports this module meets `failure`.
    promise.catch(noVisit)
  }
  dependencies.set(promise, own)
  module.exports = promise
  return { resolve, reject }
}

function createQueue(state: number): Queue {
  return Object.assign([], { state })
}

function settle(queue: Queue | undefined): void {
  if (!queue || queue.state >= 1) return
  queue.state = 1
  for (const waiter of queue) waiter.open -= 1
  for (const waiter of queue) {
    if (waiter.open !== 0) continue
    waiter.open = -1
    waiter()
  }
}

function toDependency(value: unknown): Dependency {
  if (typeof value !== 'object' || value === null)
    return { visit: noVisit, exports: value, failure: null }
  const known = dependencies.get(value)
  if (known) return known
  if (!('then' in value) || typeof value.then !== 'function')
    return { visit: noVisit, exports: value, failure: null }
  return fromPromise(Promise.resolve(value))
}

function fromPromise(promise: Promise<unknown>): Dependency {
  const queue = createQueue(0)
  const dependency: Dependency = {
    visit: (register) => register(queue),
    exports: undefined,
    failure: null,
  }
  promise.then(
    (value) => {
      dependency.exports = value
      settle(queue)
    },
    (cause: unknown) => {
      dependency.failure = { cause }
      settle(queue)
    },
  )
  return dependency
}

function awaitImports(imports: readonly Dependency[], queue: Queue | undefined, found: Set<Queue>) {
  const read = () =>
    imports.map((dependency) => {
      if (dependency.failure) throw dependency.failure.cause
      return dependency.exports
    })
  // webpack's form: the promise gives the function, so that a failure is thrown inside the importer's own body.
  let wake = noVisit
  const promise = new Promise<() => readonly unknown[]>((resolve) => {
    wake = () => void resolve(read)
  })
  const waiter: Waiter = Object.assign(() => wake(), { open: 0 })
  const register = (each: Queue | undefined) => {
    if (!each || each === queue || found.has(each)) return
    found.add(each)
    if (each.state === 0) {
      waiter.open += 1
      each.push(waiter)
    }
  }
  for (const dependency of imports) dependency.visit(register)
  return waiter.open > 0 ? promise : read()
}
