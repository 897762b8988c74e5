// One live playground per browser: two tabs would share the preview origin's service worker, and a navigation
// does not tell which tab it belongs to (browsers.md, "Two origins", rule 10). Runs on the page.
import { createFailure, FailureError } from '../../wire/failure.ts'

const LOCK = 'both-ends-playground'

/** Milliseconds that a browser may take to free what this tab let go: Firefox does it some time after. */
const FREEING = 3000

export interface TabLock {
  release(): void
}

/** When this tab last let go; another tab's lock is refused at once. */
let releasedAt = Number.NEGATIVE_INFINITY

/**
 * Rejects with `open-elsewhere` when another tab holds it and `takeOver` is false.
 * `onLost` is called when another tab takes over later.
 */
export function holdTabLock(takeOver: boolean, onLost: () => void): Promise<TabLock> {
  // Firefox ESR and WebKit have Web Locks; where they are missing there is nothing to guard with.
  if (!navigator.locks) return Promise.resolve({ release() {} })
  return new Promise((resolve, reject) => {
    let granted = false
    let released = false
    const refuse = () => {
      const message = 'The playground is open in another tab.'
      reject(new FailureError(createFailure('host', 'open-elsewhere', message)))
    }
    const held = navigator.locks.request(LOCK, chooseOptions(takeOver), (lock) => {
      if (!lock) return refuse()
      granted = true
      return new Promise<void>((free) => {
        resolve({
          release() {
            released = true
            releasedAt = performance.now()
            free()
          },
        })
      })
    })
    held.catch((cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'TimeoutError') refuse()
      // Refused with all site data, as when a person blocks them. What that takes away, the service worker says.
      else if (!granted) resolve({ release() {} })
      // The browser rejects a lock that another tab has stolen.
      else if (!released) onLost()
    })
  })
}

function chooseOptions(takeOver: boolean): LockOptions {
  if (takeOver) return { steal: true }
  return performance.now() - releasedAt < FREEING
    ? { signal: AbortSignal.timeout(FREEING) }
    : { ifAvailable: true }
}
