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
// - `/__host__/…` and this file itself are ours and come from the static server, or from what is kept (../kept/; the list
//   stands before this script, by tools/offline-build). Pages and workers say by `?v=` of which version they are and get
//   files of that one: between two frames of an old tab, this worker may have become the new version's.
// - `/_next/static/kernel/<flavour>/<flags>/<file>.js` is the kernel's client code. It comes from
//   `/__host__/kernel/`, off the wire: a learner reads their own requests there, not our runtime's files.
// - Requests of our own pages and workers to other hosts: the broker's worker sends the learner's requests out with
//   the browser's fetch, which passes here again and must not go round in a circle.
//
// It knows nothing of cookies, CORS, Next or FastAPI. It tells the broker what only it can see (browser-request.ts)
// and makes a Response of what comes back (respond.ts).
import { answerQuestion } from '../kept/ask-worker.ts'
import { findKept, keepsAnything } from '../kept/kept-caches.ts'
import type { KeptManifest } from '../kept/manifest.ts'
import { fetchUnlessRehearsing } from '../kept/serve-kept.ts'
import { FASTAPI_ORIGIN, HOST_PREFIX, NEXT_ORIGIN } from '../wire/message.ts'
import { countOtherVersions, findVersion, isOurs } from './find-owner.ts'
import { respond } from './respond.ts'

declare const self: ServiceWorkerGlobalScope
declare const BOTH_ENDS_KEPT: KeptManifest | undefined

/** null: built without a list, as `npm run dev` does. Nothing is kept then. */
const manifest = typeof BOTH_ENDS_KEPT === 'undefined' ? null : BOTH_ENDS_KEPT
const version = manifest?.version ?? null

/**
 * Then our own files need no answer from here: each would wait for this thread, some hundred milliseconds of a first start.
 * Who keeps something says so first (keep.ts).
 */
let keepsNothing = false
let wasToldToLook = false
keepsAnything().then(
  (isKept) => (keepsNothing = !isKept && !wasToldToLook),
  () => undefined, // Where site data is blocked, files come through here.
)

const KERNEL_FILE = /^\/_next\/static\/kernel\/(development|production)\/[^/]*\/([\w.-]+)$/

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
// The host page's heartbeat comes here too; receiving it is what keeps Firefox from ending a stream (browsers.md, 4).
self.addEventListener('message', (event) =>
  event.waitUntil(answerQuestion(event, manifest, takeOver, lookAgain)),
)

function lookAgain(): void {
  wasToldToLook = true
  keepsNothing = false
}

/** Asked for by a page of this version; waits for pages of another one. */
async function takeOver(): Promise<number> {
  const others = await countOtherVersions(self.clients, version)
  if (others === 0) await self.skipWaiting()
  return others
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  const { origin, pathname, protocol } = url
  if (protocol !== 'http:' && protocol !== 'https:') return
  const isOwnOrigin = origin === self.location.origin
  if (isOwnOrigin && pathname === '/service-worker.js') return
  if (isOwnOrigin && pathname.startsWith(HOST_PREFIX)) {
    if (manifest && !keepsNothing) event.respondWith(serveHost(manifest, event, event.request))
    return
  }
  const kernelFile = isOwnOrigin ? KERNEL_FILE.exec(pathname) : null
  if (kernelFile) {
    const file = new Request(`${HOST_PREFIX}kernel/${kernelFile[1]}/${kernelFile[2]}`)
    const isServed = manifest && !keepsNothing
    event.respondWith(isServed ? serveHost(manifest, event, file) : fetch(file))
    return
  }
  const isOfApp = isOwnOrigin || isVirtualHost(url)
  event.respondWith(isOfApp ? respond(event.request) : respondOutside(event))
})

/** From what is kept of the version that its page is of, whichever version this worker is. */
async function serveHost(
  { version }: KeptManifest,
  { clientId, request: { referrer } }: FetchEvent,
  request: Request,
): Promise<Response> {
  const { url } = request
  const { pathname, searchParams } = new URL(url)
  // What is kept came without the headers of an isolated page, whose engine needs the network anyway.
  if (searchParams.has('isolated')) return fetchUnlessRehearsing(request)
  const asked = await findVersion(self.clients, { clientId, request: { url, referrer } })
  return (await findKept(asked ?? version, pathname)) ?? fetchUnlessRehearsing(request)
}

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
  if (isUnread || (await isOurs(self.clients, clientId))) return fetchUnlessRehearsing(request)
  return respond(request)
}
