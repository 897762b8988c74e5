// Notices a party that stopped answering: an endless loop in the page, in a worker. Runs on the site's page.
// It only tells; what to do about it is decided by who asked.

interface LivenessOptions {
  /** Rejects, or resolves late, when the party is busy. */
  ping(): Promise<unknown>
  onSilent(): void
  onAnswering(): void
  /** Milliseconds between pings. */
  every: number
}

export interface Liveness {
  stop(): void
}

export function watchLiveness({ ping, onSilent, onAnswering, every }: LivenessOptions): Liveness {
  let stopped = false
  let silent = false
  const watch = async () => {
    while (!stopped) {
      const answered = await ping().then(
        () => true,
        () => false,
      )
      if (stopped) return
      if (answered === silent) {
        silent = !answered
        if (silent) onSilent()
        else onAnswering()
      }
      await new Promise((resolve) => setTimeout(resolve, every))
    }
  }
  void watch()
  return {
    stop() {
      stopped = true
    },
  }
}
