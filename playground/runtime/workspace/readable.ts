// A value that can be read and watched: what the workspace and the session offer to React and to the automation.
// Runs anywhere. It is not a state library: no selectors, no middleware, no equality but identity.

export interface Readable<Value> {
  get(): Value
  /** Calls `listener` after each change, not at once. The answer ends the subscription. */
  subscribe(listener: () => void): () => void
}

export interface Writable<Value> extends Readable<Value> {
  set(value: Value): void
}

export function createReadable<Value>(initial: Value): Writable<Value> {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(value) {
      if (Object.is(value, current)) return
      current = value
      for (const listener of [...listeners]) listener()
    },
  }
}
