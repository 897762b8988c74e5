// How often a part may be started again by itself: a loop that comes back with every start must end somewhere.

export interface RestartBudget {
  /** False when it was started too often lately. */
  take(now: number): boolean
}

/** `limit` restarts within `window` milliseconds. */
export function createRestartBudget(limit: number, window: number): RestartBudget {
  let taken: number[] = []
  return {
    take(now) {
      taken = taken.filter((time) => now - time < window)
      if (taken.length >= limit) return false
      taken.push(now)
      return true
    },
  }
}
