// Waiting with a limit. Runs anywhere. The limit is for the head of an answer: a stream may last for ever.

export interface Deadline {
  /** Aborts when the time is over or when `signal` does. */
  readonly signal: AbortSignal
  /** The head came in time: from now on only `signal` counts. */
  met(): void
}

interface Limit {
  /** May be Infinity: then there is no limit. */
  readonly milliseconds: number
  /** Asked when the time is over: how many milliseconds more, or 0. */
  readonly extend: () => number
  /** Asked when the time is over, before anything hears of it. */
  readonly reason: () => Error
}

export function startDeadline(limit: Limit, signal: AbortSignal): Deadline {
  const over = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (milliseconds: number) => {
    timer = setTimeout(() => {
      const more = limit.extend()
      if (more > 0) wait(more)
      else over.abort(limit.reason())
    }, milliseconds)
  }
  if (Number.isFinite(limit.milliseconds)) wait(limit.milliseconds)
  return {
    signal: AbortSignal.any([signal, over.signal]),
    met: () => clearTimeout(timer),
  }
}

/** Resolves with the promise, or rejects with the signal's reason if that is first. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
