// How a service worker answers what its manifest lists: from what is kept, else from the network, unless a rehearsal plays
// that there is none. Runs in both service workers; keeps nothing itself.
import { findKept, isRehearsing } from './kept-caches.ts'
import { addressOf, fileAt, type KeptManifest } from './manifest.ts'

export async function serveKept(manifest: KeptManifest, request: Request): Promise<Response> {
  const file = fileAt(manifest, new URL(request.url).pathname)
  const kept = file && (await findKept(manifest.version, addressOf(file)))
  return kept ?? fetchUnlessRehearsing(request)
}

export async function fetchUnlessRehearsing(request: Request): Promise<Response> {
  return (await isRehearsing()) ? Response.error() : fetch(request)
}
