// Registering the preview origin's service worker and keeping it awake. Runs in host.html and tab.html.
import { createFailure, FailureError } from '../wire/failure.ts'

/** Milliseconds. Firefox ends a service worker that got no message for 30 s, streaming or not (browsers.md, 4). */
const HEARTBEAT = 10_000

/**
 * Resolves when the worker is `activated`: framed earlier, the preview would meet the static 404 in WebKit.
 * Rejects with a `service-worker-unavailable` failure where the browser refuses.
 */
export async function activateServiceWorker(): Promise<ServiceWorker> {
  try {
    const registration = await navigator.serviceWorker.register('/service-worker.js', {
      scope: '/',
    })
    const worker = registration.installing ?? registration.waiting ?? registration.active
    if (!worker) throw new Error('The registration holds no worker.')
    await becomesActive(worker)
    return worker
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    throw new FailureError(
      createFailure(
        'host',
        'service-worker-unavailable',
        'This window does not allow service workers.',
        detail,
      ),
    )
  }
}

function becomesActive(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve()
      else if (worker.state === 'redundant') reject(new Error('The worker was thrown away.'))
    }
    worker.addEventListener('statechange', look)
    look()
  })
}

export function keepServiceWorkerAwake(worker: ServiceWorker): void {
  setInterval(() => worker.postMessage({ type: 'heartbeat' }), HEARTBEAT)
}
