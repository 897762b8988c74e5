// Those who wait for a page to arrive in the preview, each with a deadline. Runs on the site's page.
import { createFailure, FailureError } from '../wire/failure.ts'

export interface Arrivals {
  /** Rejects with FailureError after `deadline` milliseconds; `what` is named in its sentence. */
  wait(deadline: number, what: string): Promise<void>
  arrive(): void
}

export function createArrivals(): Arrivals {
  const waiting = new Set<() => void>()
  return {
    wait: (deadline, what) =>
      new Promise((resolve, reject) => {
        const arrive = () => {
          clearTimeout(timer)
          resolve()
        }
        const timer = setTimeout(() => {
          waiting.delete(arrive)
          const message = `The preview did not open ${what} within ${Math.round(deadline / 1000)} s.`
          reject(new FailureError(createFailure('preview', 'deadline', message)))
        }, deadline)
        waiting.add(arrive)
      }),
    arrive() {
      for (const arrive of waiting) arrive()
      waiting.clear()
    },
  }
}
