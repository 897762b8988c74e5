// The site's service worker as a page sees it: registered, asked for its list, watched for a new version. Runs on the
// site's page.
import { askManifest, askTakeOver } from '../runtime/kept/ask-worker.ts'
import type { KeptManifest } from '../runtime/kept/manifest.ts'
import { createFailure, FailureError } from '../runtime/wire/failure.ts'

export interface SiteWorker {
  /** Of the version that this page is of; throws a FailureError when the browser has no worker of it. */
  findManifest(): KeptManifest
  takeNewVersion(): Promise<number>
}

/** Rejects with a FailureError where nothing can be kept. `onNewVersion` may come at any time. */
export async function openSiteWorker(onNewVersion: () => void): Promise<SiteWorker> {
  const version = document.querySelector<HTMLMetaElement>('meta[name="both-ends-site"]')?.content
  if (!version) throw unavailable('This page was not built to be kept.', '')
  const registration = await register()
  const manifest = await findManifest(registration, version)
  if (manifest === null) onNewVersion()
  watchForNewVersion(registration, version, onNewVersion)
  return {
    findManifest() {
      if (manifest !== null) return manifest
      throw unavailable(
        'This page is older than what the server has now.',
        'Close every tab of Both Ends and open it again: that takes the new version.',
      )
    },
    async takeNewVersion() {
      const { waiting } = registration
      const taken = becomesController()
      const others = waiting ? ((await askTakeOver(waiting)) ?? 0) : 0
      if (others > 0) return others
      if (waiting) await taken
      window.location.reload()
      return 0
    },
  }
}

async function register(): Promise<ServiceWorkerRegistration> {
  try {
    await navigator.serviceWorker.register('/service-worker.js')
    return await navigator.serviceWorker.ready
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    throw unavailable(
      'This window keeps nothing for later: it is private, or site data are blocked.',
      'Everything works online. To keep it, open Both Ends in an ordinary window.',
      detail,
    )
  }
}

/** Of the worker in use, or, on a page that came from the network after a release, of the one that waits. */
async function findManifest(
  { active, waiting }: ServiceWorkerRegistration,
  version: string,
): Promise<KeptManifest | null> {
  for (const worker of [active, waiting]) {
    const manifest = worker && (await askManifest(worker))
    if (manifest?.version === version) return manifest
  }
  return null
}

function watchForNewVersion(
  registration: ServiceWorkerRegistration,
  version: string,
  tell: () => void,
): void {
  const look = async () => {
    const { waiting, active } = registration
    // The same files with other sizes in the list are nothing to tell.
    if (waiting && active && (await askManifest(waiting))?.version !== version) tell()
  }
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', () => void look()),
  )
  // Browsers ask for a new version when a page is opened; this one may be open for days.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined)
  })
  void look()
}

function becomesController(): Promise<void> {
  return new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true })
  })
}

function unavailable(message: string, next: string, detail?: string): FailureError {
  return new FailureError({
    ...createFailure('keep', 'service-worker-unavailable', message, detail),
    next,
  })
}
