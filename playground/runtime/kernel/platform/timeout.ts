// The objects that setTimeout and setImmediate give in Node. Used by event-loop.ts in the kernel worker.
// They keep nothing alive: a worker has no process to end.

export type Callback = (...values: unknown[]) => unknown

let lastId = 0

export class Timeout {
  readonly id = ++lastId
  /** Node's own field, numeric as there: Next's createAtomicTimerGroup compares and sets it. */
  _idleStart = Math.round(performance.now())
  readonly _idleTimeout: number
  readonly callback: () => void
  readonly repeats: boolean
  cancelled = false
  /** Set by the loop. */
  onDue: () => void = () => undefined
  onClose: () => void = () => undefined
  disarm: (native: unknown) => void = () => undefined
  #native: unknown = null
  readonly #wait: (due: () => void) => unknown

  constructor(
    callback: () => void,
    ms: number,
    repeats: boolean,
    wait: (due: () => void) => unknown,
  ) {
    this.callback = callback
    this._idleTimeout = ms
    this.repeats = repeats
    this.#wait = wait
  }

  arm(): void {
    this.#native = this.#wait(() => this.onDue())
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  hasRef(): boolean {
    return true
  }

  refresh(): this {
    if (this.cancelled) return this
    this.disarm(this.#native)
    this.arm()
    return this
  }

  close(): this {
    this.disarm(this.#native)
    this.onClose()
    return this
  }

  [Symbol.toPrimitive](): number {
    return this.id
  }
}

export class Immediate {
  readonly callback: () => void
  cancelled = false

  constructor(callback: () => void) {
    this.callback = callback
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  hasRef(): boolean {
    return true
  }
}
