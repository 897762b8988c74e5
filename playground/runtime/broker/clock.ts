// The broker's clock. Runs anywhere. Cookies live by it, so a lesson can move it ("30 minutes later"); hops do not.

export interface Clock {
  /** Milliseconds since the epoch, with fractions. */
  now(): number
}

/** Finer than Date.now(), and it does not jump when the computer's clock is set. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
}

export class MovableClock implements Clock {
  readonly #base: Clock
  #ahead = 0

  constructor(base: Clock) {
    this.#base = base
  }

  now(): number {
    return this.#base.now() + this.#ahead
  }

  /** Milliseconds before the true time; 0 puts it right. */
  setAhead(milliseconds: number): void {
    this.#ahead = milliseconds
  }
}
