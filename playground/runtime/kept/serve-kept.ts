// How a service worker answers what its manifest lists: from what is kept, else from the network, unless a rehearsal plays
// that there is none. Runs in both service workers; keeps nothing itself.
import { findKept, isRehearsing } from './kept-caches.ts'
import { addressOf, fileAt, type KeptManifest } from './manifest.ts'

export async function serveKept(manifest: KeptManifest, request: Request): Promise<Response> {
  const file = fileAt(manifest, new URL(request.url).pathname)
  const kept = file && (await findKept(manifest.version, addressOf(file)))
  const response = kept ?? (await fetchUnlessRehearsing(request))
  return request.destination.endsWith('worker') ? withoutAddress(response) : response
}

/**
 * A worker's `location` is its answer's address, and has no fragment then: Turbopack writes there what the worker is to load.
 * An answer without an address leaves it the one that was asked for.
 */
function withoutAddress(response: Response): Response {
  if (response.type === 'error') return response
  const { body, status, statusText, headers } = response
  return new Response(body, { status, statusText, headers })
}

export async function fetchUnlessRehearsing(request: Request): Promise<Response> {
  return (await isRehearsing()) ? Response.error() : fetch(request)
}
