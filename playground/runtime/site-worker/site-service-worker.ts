// The site origin's service worker: answers the site's own files from what is kept of exactly one version, the one that it
// was built with (its manifest stands before this script, by tools/offline-build). Runs as /service-worker.js, scope /.
//
// A new version waits until no tab of the old one is open; the old one goes on answering from its own cache meanwhile.
// Its install keeps what the old version had kept, so that the change itself is never the moment without a network.
// It knows nothing of the preview origin: that one has its own (../service-worker/).
import { FailureError } from '../wire/failure.ts'
import { answerQuestion } from '../kept/ask-worker.ts'
import { keepWish } from '../kept/keeper.ts'
import { forgetOtherVersions, readWishes } from '../kept/kept-caches.ts'
import { fileAt, type KeptManifest } from '../kept/manifest.ts'
import { fetchUnlessRehearsing, serveKept } from '../kept/serve-kept.ts'
import { sayOffline } from './say-offline.ts'

declare const self: ServiceWorkerGlobalScope
declare const BOTH_ENDS_KEPT: KeptManifest

const manifest = BOTH_ENDS_KEPT

self.addEventListener('install', (event) => event.waitUntil(carryOver()))
self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([forgetOtherVersions(manifest), self.clients.claim()])),
)
self.addEventListener('message', (event) =>
  event.waitUntil(answerQuestion(event, manifest, takeOver)),
)

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin || request.method !== 'GET') return
  if (pathname !== '/service-worker.js') event.respondWith(answer(request))
})

/** Rejects when the network is lost: then this version is not installed, and is tried again with the next page. */
async function carryOver(): Promise<void> {
  const { signal } = new AbortController()
  try {
    for (const wish of await readWishes()) await keepWish(manifest, wish, { signal })
  } catch (cause) {
    const isFull = cause instanceof FailureError && cause.failure.code === 'storage-full'
    // Without room the new version is worth more than the old one without a network.
    if (!isFull) throw cause
  }
}

async function takeOver(): Promise<number> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  // One of them asks. A playground in a page of ours is part of that page.
  const others = windows.filter(({ frameType }) => frameType !== 'nested').length - 1
  if (others <= 0) await self.skipWaiting()
  return Math.max(0, others)
}

async function answer(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const isPage = request.mode === 'navigate'
  // Another engine than the build's own: its page comes with headers of its own (tools/serve/isolation.mjs).
  if (isPage && new URLSearchParams(search).has('engine')) {
    const page = await fetchUnlessRehearsing(request).catch(() => Response.error())
    if (page.type !== 'error') return page
  }
  if (isPage && !fileAt(manifest, pathname) && fileAt(manifest, `${pathname}/`))
    return Response.redirect(`${pathname}/${search}`, 301)
  const response = await serveKept(manifest, request).catch(() => Response.error())
  return isPage && response.type === 'error' ? sayOffline(manifest, pathname) : response
}
