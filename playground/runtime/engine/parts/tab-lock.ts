// One live playground per browser: two tabs would share the preview origin's service worker, and a navigation
// does not tell which tab it belongs to (browsers.md, "Two origins", rule 10). Runs on the page.
import { createFailure, FailureError } from '../../wire/failure.ts'

const LOCK = 'both-ends-playground'

export interface TabLock {
  release(): void
}

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
    const options: LockOptions = takeOver ? { steal: true } : { ifAvailable: true }
    const held = navigator.locks.request(LOCK, options, (lock) => {
      if (!lock) {
        const message = 'The playground is open in another tab.'
        reject(new FailureError(createFailure('host', 'open-elsewhere', message)))
        return
      }
      granted = true
      return new Promise<void>((free) => {
        resolve({
          release() {
            released = true
            free()
          },
        })
      })
    })
    held.catch(() => {
      // Refused with all site data, as when a person blocks them. What that takes away, the service worker says.
      if (!granted) resolve({ release() {} })
      // The browser rejects a lock that another tab has stolen.
      else if (!released) onLost()
    })
  })
}
