// The preview origin's service worker: the one place where a real browser's requests enter the playground.
// Runs as /service-worker.js, scope /, on the preview origin, in Chromium, Firefox and WebKit.
//
// It holds no state. Browsers end it after half a minute without events and start it again for the next one, so
// whatever it kept would be lost: for each request it finds the page that owns the broker (host.html, or tab.html in
// a tab of its own), posts the request to it with a port, and answers from that port. The page passes the port on to
// the broker's worker; neither reads what travels on it.
//
//   preview ──fetch──▶ service worker ──OpenRequest + port──▶ host.html ──▶ broker
//           ◀─Response─                ◀───────── head, chunks, end ─────────
//
// Three kinds of request do not take that way:
// - `/__host__/…` and this file itself are ours and come from the static server.
// - `/_next/static/kernel/<flavour>/<flags>/<file>.js` is the kernel's client code. It comes from
//   `/__host__/kernel/`, off the wire: a learner reads their own requests there, not our runtime's files.
// - Requests of our own pages and workers to other hosts: the broker's worker sends the learner's requests out with
//   the browser's fetch, which passes here again and must not go round in a circle.
//
// It knows nothing of cookies, CORS, Next or FastAPI. It tells the broker what only it can see (browser-request.ts)
// and makes a Response of what comes back (respond.ts).
import { FASTAPI_ORIGIN, HOST_PREFIX, NEXT_ORIGIN } from '../wire/message.ts'
import { isOurs } from './find-owner.ts'
import { respond } from './respond.ts'

declare const self: ServiceWorkerGlobalScope

const KERNEL_FILE = /^\/_next\/static\/kernel\/(development|production)\/[^/]*\/([\w.-]+)$/

// A new version must not wait for the old one's tabs: both serve the same files.
self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
// The host page's heartbeat; receiving it is what keeps Firefox from ending a stream (browsers.md, 4).
self.addEventListener('message', () => undefined)

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  const { origin, pathname, protocol } = url
  if (protocol !== 'http:' && protocol !== 'https:') return
  const isOwnOrigin = origin === self.location.origin
  if (isOwnOrigin && (pathname.startsWith(HOST_PREFIX) || pathname === '/service-worker.js')) return
  const kernelFile = isOwnOrigin ? KERNEL_FILE.exec(pathname) : null
  if (kernelFile) {
    event.respondWith(fetch(`${HOST_PREFIX}kernel/${kernelFile[1]}/${kernelFile[2]}`))
    return
  }
  const isOfApp = isOwnOrigin || isVirtualHost(url)
  event.respondWith(isOfApp ? respond(event.request) : respondOutside(event))
})

function isVirtualHost({ origin }: URL): boolean {
  const named = origin.replace('//127.0.0.1:', '//localhost:')
  return named === NEXT_ORIGIN || named === FASTAPI_ORIGIN
}

/**
 * Another host. What a page uses unread (an image, a script from a CDN) only the browser itself can fetch: the
 * answer is opaque to every script, ours too. All else is for the broker to decide.
 */
async function respondOutside({ request, clientId }: FetchEvent): Promise<Response> {
  const isUnread = request.mode === 'no-cors' || request.mode === 'navigate'
  if (isUnread || (await isOurs(self.clients, clientId))) return fetch(request)
  return respond(request)
}
