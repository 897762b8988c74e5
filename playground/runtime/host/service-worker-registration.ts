// Registering the preview origin's service worker and keeping it awake. Runs in host.html, keep.html and tab.html.
import { askManifest, askTakeOver } from '../kept/ask-worker.ts'
import { createFailure, FailureError } from '../wire/failure.ts'

/** Milliseconds. Firefox ends a service worker that got no message for 30 s, streaming or not (browsers.md, 4). */
const HEARTBEAT = 10_000

/**
 * Resolves when the worker is `activated`: framed earlier, the preview would meet the static 404 in WebKit.
 * Rejects with a `service-worker-unavailable` failure where the browser refuses.
 */
export async function activateServiceWorker(): Promise<ServiceWorker> {
  try {
    const worker = await installServiceWorker()
    if (worker.state !== 'installed' || (await askTakeOver(worker)) === 0)
      return await reaches(worker, ['activated'])
    // Another tab has pages of an older version open. Its worker serves this version's requests as well.
    const { active } = await navigator.serviceWorker.ready
    return active ?? (await reaches(worker, ['activated']))
  } catch (cause) {
    throw unavailable(cause)
  }
}

/** The newest version's worker, whether it is the one that is used or still waits. */
export async function installServiceWorker(): Promise<ServiceWorker> {
  try {
    const registration = await navigator.serviceWorker.register('/service-worker.js', {
      scope: '/',
    })
    const worker = registration.installing ?? registration.waiting ?? registration.active
    if (!worker) throw new Error('The registration holds no worker.')
    return await reaches(worker, ['installed', 'activating', 'activated'])
  } catch (cause) {
    throw unavailable(cause)
  }
}

/** The version that this page's address asks for; null when it asks for none. */
export function askedVersion(): string | null {
  return new URLSearchParams(window.location.search).get('v')
}

/** Whether a worker of another version would answer what this page loads. */
export async function isUnderOtherVersion(): Promise<boolean> {
  const version = askedVersion()
  const controller = version === null ? null : navigator.serviceWorker?.controller
  if (!controller) return false
  return (await askManifest(controller))?.version !== version
}

function reaches(
  worker: ServiceWorker,
  states: readonly ServiceWorkerState[],
): Promise<ServiceWorker> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (states.includes(worker.state)) resolve(worker)
      else if (worker.state === 'redundant') reject(new Error('The worker was thrown away.'))
    }
    worker.addEventListener('statechange', look)
    look()
  })
}

function unavailable(cause: unknown): FailureError {
  if (cause instanceof FailureError) return cause
  const detail = cause instanceof Error ? cause.message : String(cause)
  const message = 'This window does not allow service workers.'
  return new FailureError(createFailure('host', 'service-worker-unavailable', message, detail))
}

let heartbeat: ReturnType<typeof setInterval> | undefined

/** One at a time: whoever registers anew, because it was taken away, calls again. */
export function keepServiceWorkerAwake(worker: ServiceWorker): void {
  clearInterval(heartbeat)
  heartbeat = setInterval(() => worker.postMessage({ type: 'heartbeat' }), HEARTBEAT)
}
