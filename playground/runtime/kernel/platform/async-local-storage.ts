// AsyncLocalStorage without an engine's help, in the kernel worker. The context is one immutable map; whatever
// runs later (promise callbacks, timers, stream callbacks) takes the map of the moment it was scheduled:
// async-context-globals.ts does that. It does not follow native `await`: code that runs inside a request is
// lowered to generators (contract.ts). EventTarget listeners run in the context of the dispatch, as in Node.

type Context = ReadonlyMap<object, unknown>

let current: Context = new Map()

/** `callback` in the context of now, whenever it runs; `this` and arguments are passed on. */
export function bindContext<Self, Values extends unknown[], Result>(
  callback: (this: Self, ...values: Values) => Result,
): (this: Self, ...values: Values) => Result {
  const context = current
  return function (...values) {
    const before = current
    current = context
    try {
      return callback.apply(this, values)
    } finally {
      current = before
    }
  }
}

/** node:async_hooks' AsyncLocalStorage. */
export class AsyncLocalStorage<Store> {
  run<Values extends unknown[], Result>(
    store: Store,
    callback: (...values: Values) => Result,
    ...values: Values
  ): Result {
    return runIn(new Map(current).set(this, store), callback, values)
  }

  exit<Values extends unknown[], Result>(
    callback: (...values: Values) => Result,
    ...values: Values
  ): Result {
    return runIn(this.#without(), callback, values)
  }

  getStore(): Store | undefined {
    // Only this storage's own `run` and `enterWith` write under its key.
    return current.get(this) as Store | undefined
  }

  /** Until the running callback ends; outside of any, until the next `enterWith`. */
  enterWith(store: Store): void {
    current = new Map(current).set(this, store)
  }

  disable(): void {
    current = this.#without()
  }

  #without(): Context {
    const context = new Map(current)
    context.delete(this)
    return context
  }

  static bind = bindContext

  static snapshot(): <Values extends unknown[], Result>(
    callback: (...values: Values) => Result,
    ...values: Values
  ) => Result {
    const context = current
    return (callback, ...values) => runIn(context, callback, values)
  }
}

function runIn<Values extends unknown[], Result>(
  context: Context,
  callback: (...values: Values) => Result,
  values: Values,
): Result {
  const before = current
  current = context
  try {
    return callback(...values)
  } finally {
    current = before
  }
}

/** node:async_hooks' AsyncResource: a context that is kept, and entered by hand. */
export class AsyncResource {
  readonly #enter = AsyncLocalStorage.snapshot()

  runInAsyncScope<Self, Values extends unknown[], Result>(
    callback: (this: Self, ...values: Values) => Result,
    self: Self,
    ...values: Values
  ): Result {
    return this.#enter(() => callback.apply(self, values))
  }

  bind<Values extends unknown[], Result>(
    callback: (...values: Values) => Result,
  ): (...values: Values) => Result {
    return this.#enter(() => bindContext(callback))
  }

  static bind = bindContext

  emitDestroy(): this {
    return this
  }

  asyncId(): number {
    return 1
  }

  triggerAsyncId(): number {
    return 0
  }
}
