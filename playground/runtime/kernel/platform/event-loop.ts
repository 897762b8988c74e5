// Node's event-loop ORDER in a worker: ticks, then microtasks, then the timers phase, then the immediates phase, one
// callback per task so that microtasks run between them. Next's staged prerender (runInSequentialTasks,
// fast-set-immediate, createAtomicTimerGroup) depends on that order; without it every page of a cacheComponents app
// counts as dynamic. It does not imitate the poll phase, and ticks scheduled outside of its own callbacks (in a native
// message event) run after the microtasks of that event, not before.
import { bindContext } from './async-local-storage.ts'
import { Immediate, Timeout, type Callback } from './timeout.ts'

const PROMISIFY = Symbol.for('nodejs.util.promisify.custom')
/** Node turns 0 into 1 ms; both are due in the next timers phase. */
const NEXT_PHASE_MS = 1

/** What the loop needs of its host. */
export interface LoopHost {
  setTimeout(callback: () => void, ms: number): unknown
  clearTimeout(timer: unknown): void
  /** Says that a callback threw. */
  report(cause: unknown): void
}

export interface EventLoop {
  nextTick(callback: Callback, ...values: unknown[]): void
  setTimeout(callback: Callback, ms?: number, ...values: unknown[]): Timeout
  setInterval(callback: Callback, ms?: number, ...values: unknown[]): Timeout
  clearTimeout(timer: unknown): void
  setImmediate(callback: Callback, ...values: unknown[]): Immediate
  clearImmediate(immediate: unknown): void
  /** Lets go of the channel, so that a Node process can end. */
  stop(): void
}

export function createEventLoop(host: LoopHost): EventLoop {
  const ticks: (() => void)[] = []
  const due: Timeout[] = []
  const immediates: Immediate[] = []
  let timersPhase: Timeout[] = []
  let immediatesPhase: Immediate[] = []
  const byId = new Map<number, Timeout>()
  const { port1, port2 } = new MessageChannel()
  let awake = false

  const wake = () => {
    if (awake) return
    awake = true
    port2.postMessage(null)
  }
  const run = (callback: () => void) => {
    try {
      callback()
    } catch (cause) {
      host.report(cause)
    }
  }
  const drainTicks = () => {
    for (let tick = ticks.shift(); tick; tick = ticks.shift()) run(tick)
  }
  const startPhases = () => {
    if (timersPhase.length > 0 || immediatesPhase.length > 0) return
    timersPhase = due.splice(0)
    if (timersPhase.length === 0) immediatesPhase = immediates.splice(0)
  }
  const runTimer = (timer: Timeout) => {
    if (timer.cancelled) return
    if (timer.repeats) timer.arm()
    else forget(timer)
    run(timer.callback)
  }
  const runOne = () => {
    startPhases()
    const timer = timersPhase.shift()
    if (timer) {
      runTimer(timer)
      if (timersPhase.length === 0) immediatesPhase = immediates.splice(0)
      return
    }
    const immediate = immediatesPhase.shift()
    if (immediate && !immediate.cancelled) {
      immediate.cancelled = true
      run(immediate.callback)
    }
  }
  const forget = (timer: Timeout) => {
    timer.cancelled = true
    byId.delete(timer.id)
  }
  const makeTimer = (
    callback: Callback,
    ms: number | undefined,
    repeats: boolean,
    values: unknown[],
  ) => {
    const delay = Math.max(Number(ms) || 0, NEXT_PHASE_MS)
    const timer: Timeout = new Timeout(
      bindContext(() => void callback(...values)),
      delay,
      repeats,
      (wait) => {
        if (delay > NEXT_PHASE_MS || repeats) return host.setTimeout(wait, delay)
        wait()
        return null
      },
    )
    timer.onDue = () => {
      due.push(timer)
      wake()
    }
    timer.onClose = () => forget(timer)
    timer.disarm = (native) => {
      if (native !== null) host.clearTimeout(native)
    }
    byId.set(timer.id, timer)
    timer.arm()
    return timer
  }

  port1.onmessage = () => {
    awake = false
    if (ticks.length === 0) runOne()
    // Still inside this task: microtasks wait until the ticks are done, as in Node.
    drainTicks()
    if (due.length + immediates.length + timersPhase.length + immediatesPhase.length > 0) wake()
  }

  const loop: EventLoop = {
    nextTick(callback, ...values) {
      ticks.push(bindContext(() => void callback(...values)))
      wake()
    },
    setTimeout: (callback, ms, ...values) => makeTimer(callback, ms, false, values),
    setInterval: (callback, ms, ...values) => makeTimer(callback, ms, true, values),
    clearTimeout(timer) {
      const found = timer instanceof Timeout ? timer : byId.get(Number(timer))
      found?.close()
    },
    setImmediate(callback, ...values) {
      const immediate = new Immediate(bindContext(() => void callback(...values)))
      immediates.push(immediate)
      wake()
      return immediate
    },
    clearImmediate(immediate) {
      if (immediate instanceof Immediate) immediate.cancelled = true
    },
    stop() {
      port1.close()
    },
  }
  Object.assign(loop.setTimeout, {
    [PROMISIFY]: (ms: number, value: unknown) =>
      new Promise((resolve) => loop.setTimeout(() => resolve(value), ms)),
  })
  Object.assign(loop.setImmediate, {
    [PROMISIFY]: (value: unknown) =>
      new Promise((resolve) => loop.setImmediate(() => resolve(value))),
  })
  return loop
}
