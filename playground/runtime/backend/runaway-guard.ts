// The clock over the learner's Python: code that holds the worker longer than the limit gets SIGINT, which
// both_ends/runaway_guard.py turns into an exception with file and line. Runs in the backend worker.
//
// Pyodide reads element 0 of an "interrupt buffer" every few jumps and calls. It is meant to be shared memory written
// by another thread, which needs cross-origin isolation; a Proxy whose read looks at the clock needs none.
import type { PyodideInterface } from 'pyodide'

/** Linux's number, which Pyodide's Python uses. */
const SIGINT = 2

export interface RunawayGuard {
  /** Until then everything may take its time: only our own code runs. */
  start(): void
  /** Asks the clock, as Pyodide does in between; true once for each time that the limit is passed. */
  isOverdue(): boolean
  /** Does work that cannot be interrupted and must not count: a password hash takes as long as it takes. */
  uncounted<T>(work: () => T): T
}

/** `limit` in milliseconds of one turn of the event loop. */
export function installRunawayGuard(
  pyodide: Pick<PyodideInterface, 'setInterruptBuffer'>,
  limit: number,
): RunawayGuard {
  let turnStart: number | null = null
  let paused = true
  const check = (): number => {
    if (paused) return 0
    const now = performance.now()
    if (turnStart === null) {
      turnStart = now
      // Runs when Python gave way: no microtask runs while it holds the stack.
      queueMicrotask(() => (turnStart = null))
      return 0
    }
    if (now - turnStart < limit) return 0
    turnStart = now
    return SIGINT
  }
  const buffer = new Proxy(new Uint8Array(1), {
    get: (target, key) => (key === '0' ? check() : Reflect.get(target, key, target)),
    set: () => true,
  })
  pyodide.setInterruptBuffer(buffer)
  return {
    start: () => void (paused = false),
    isOverdue: () => check() === SIGINT,
    uncounted(work) {
      const start = performance.now()
      const before = paused
      paused = true
      try {
        return work()
      } finally {
        paused = before
        if (turnStart !== null) turnStart += performance.now() - start
      }
    },
  }
}
