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
  /** Asked when the time is over, before anything hears of it. */
  readonly reason: () => Error
}

export function startDeadline({ milliseconds, reason }: Limit, signal: AbortSignal): Deadline {
  const over = new AbortController()
  const timer = Number.isFinite(milliseconds)
    ? setTimeout(() => over.abort(reason()), milliseconds)
    : undefined
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
