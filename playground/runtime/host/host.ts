// host.html: the preview origin's page, framed (hidden) by the site. Registers the service worker, starts and
// stops the workers by URL, joins their ports, passes the service worker's requests on to the broker.
// It holds no logic of the app and no data of the learner: those live in the workers and on the site.
import { createFailure } from '../wire/failure.ts'
import type { HostConnect, HostHello, HostOffer, NoOffer } from '../wire/message.ts'
import { SITE_ORIGIN } from '../wire/origins.ts'
import { openPort, Transferred, type Port } from '../wire/port.ts'
import type { OpenRequest } from '../wire/request-port.ts'
import { createParts } from './parts.ts'
import {
  activateServiceWorker,
  isUnderOtherVersion,
  keepServiceWorkerAwake,
} from './service-worker-registration.ts'

declare const BOTH_ENDS_VERSION: string

let site: Port<NoOffer, HostOffer> | null = null
const parts = createParts((part, message) => site?.emit('part-died', { part, message }))

function connectSite(port: MessagePort): void {
  site?.close()
  site = openPort<NoOffer, HostOffer>(port, {
    activate: async () => {
      const start = performance.now()
      keepServiceWorkerAwake(await activateServiceWorker())
      return { ms: performance.now() - start }
    },
    start: ({ part }) => {
      const sitePort = parts.start(part)
      return new Transferred({ port: sitePort }, [sitePort])
    },
    stop: ({ part }) => {
      parts.stop(part)
      return null
    },
    joinTab: ({ port: tabPort }) => {
      parts.joinTab(tabPort)
      return null
    },
    joinKernel: ({ port: kernelPort }) => {
      parts.joinKernel(kernelPort)
      return null
    },
    ping: () => null,
  })
}

window.addEventListener('message', (event: MessageEvent<HostConnect>) => {
  const fromSite = event.origin === SITE_ORIGIN && event.source === window.parent
  const [port] = event.ports
  if (fromSite && event.data.type === 'both-ends-host-connect' && port) connectSite(port)
})

navigator.serviceWorker?.addEventListener('message', (event: MessageEvent<OpenRequest>) => {
  const [port] = event.ports
  if (event.data.type !== 'request' || !port) return
  if (!parts.passToBroker(event.data, port)) {
    const message = 'The engine of this preview is not running.'
    port.postMessage({ type: 'failure', failure: createFailure('broker', 'not-running', message) })
  }
})
navigator.serviceWorker?.startMessages()

async function sayHello(): Promise<void> {
  // The workers load through it: the old version's would get old files.
  if (await isUnderOtherVersion()) await activateServiceWorker()
  const hello: HostHello = { type: 'both-ends-host-ready', version: BOTH_ENDS_VERSION }
  window.parent.postMessage(hello, SITE_ORIGIN)
}

if (window.parent !== window) void sayHello()
