// keep.html: the preview origin's page for keeping its files, framed (hidden) by the site while something is kept, counted
// or removed. Apart from host.html, because it is there without an engine too. It decides nothing: the site says what.
import { askManifest, askTakeOver, tellToLookAgain } from '../kept/ask-worker.ts'
import { forgetOtherVersions } from '../kept/kept-caches.ts'
import type { KeepConnect, KeepHello, KeepOffer, SiteOffer } from '../kept/keep-offer.ts'
import { createKeeper, type Keeper } from '../kept/keeper.ts'
import { createFailure, FailureError } from '../wire/failure.ts'
import { SITE_ORIGIN } from '../wire/origins.ts'
import { openPort } from '../wire/port.ts'
import { askedVersion, installServiceWorker } from './service-worker-registration.ts'
import { untilIdle } from '../kept/until-idle.ts'

let keeping = new AbortController()
let opened: Promise<Keeper> | null = null
/** Once everything is kept: what did not change was taken from there. */
let forgetOlder = (): Promise<void> => Promise.resolve()

function openKeeper(): Promise<Keeper> {
  opened ??= findKeeper()
  return opened
}

async function findKeeper(): Promise<Keeper> {
  const worker = await installServiceWorker()
  const manifest = await askManifest(worker)
  if (manifest !== null && manifest.version === askedVersion()) {
    forgetOlder = async () => {
      if ((await askTakeOver(worker)) === 0) await forgetOtherVersions(manifest)
    }
    return createKeeper(manifest)
  }
  const message = 'The engines on the server are of a newer version.'
  throw new FailureError({
    ...createFailure('keep', 'asset-missing', message),
    next: 'Close every tab of Both Ends and open it again: that takes the new version.',
  })
}

/** Of the worker in use, and of the one that follows it: from now on they have something to answer from. */
async function tellWorkers(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/')
  const workers = [registration?.active, registration?.waiting]
  await Promise.all(workers.map((worker) => worker && tellToLookAgain(worker)))
}

function connectSite(endpoint: MessagePort): void {
  const port = openPort<SiteOffer, KeepOffer>(endpoint, {
    look: async () => (await openKeeper()).look(),
    async keep({ wish, hurry }) {
      const keeper = await openKeeper()
      await tellWorkers()
      await keeper.keep(wish, {
        signal: keeping.signal,
        ...(!hurry && { pause: untilIdle }),
        onKept: ({ group, bytes, download }) => port.emit('kept', { group, bytes, download }),
      })
      await forgetOlder()
      return null
    },
    stop() {
      const reason = createFailure('keep', 'stopped', 'Keeping was stopped.')
      keeping.abort(new FailureError(reason))
      keeping = new AbortController()
      return null
    },
    async remove() {
      await (await openKeeper()).remove()
      return null
    },
    async rehearse({ isOn }) {
      const keeper = await openKeeper()
      await tellWorkers()
      await keeper.rehearse(isOn)
      return null
    },
  })
}

window.addEventListener('message', (event: MessageEvent<KeepConnect>) => {
  const fromSite = event.origin === SITE_ORIGIN && event.source === window.parent
  const [port] = event.ports
  if (fromSite && event.data.type === 'both-ends-keep-connect' && port) connectSite(port)
})

const hello: KeepHello = { type: 'both-ends-keep-ready' }
if (window.parent !== window) window.parent.postMessage(hello, SITE_ORIGIN)
