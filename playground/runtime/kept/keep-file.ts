// Keeps one file: from another version's cache when its content is the same, else from the network. What does not have
// the content that the manifest names is not kept, so a cache never holds two builds. Runs in pages and service workers.
import { createFailure, FailureError } from '../wire/failure.ts'
import { findInOtherVersions } from './kept-caches.ts'
import { addressOf, type KeptFile, type KeptManifest } from './manifest.ts'

/** Tells a server's log, and our own budget, what was asked for by nobody. */
const KEEP_HEADER = { 'x-both-ends-keep': '1' }
const HASH_LENGTH = 12

export async function keepFile(
  cache: Cache,
  manifest: KeptManifest,
  file: KeptFile,
  signal: AbortSignal,
): Promise<void> {
  const address = addressOf(file)
  for (const old of await findInOtherVersions(manifest, address)) {
    if (await holds(old, file)) return cache.put(address, old)
  }
  for (const mode of ['default', 'reload'] as const) {
    const response = await download(address, mode, signal)
    if (await holds(response, file)) return cache.put(address, response)
  }
  throw new FailureError({
    ...createFailure('keep', 'asset-missing', `${file.path} is of a newer version.`),
    next: 'Close every tab of Both Ends and open it again: that takes the new version.',
  })
}

async function download(
  address: string,
  cache: RequestCache,
  signal: AbortSignal,
): Promise<Response> {
  const asked: RequestInit = { cache, signal, headers: KEEP_HEADER, priority: 'low' }
  const response = await fetch(address, asked).catch((cause: unknown) => {
    signal.throwIfAborted()
    throw new FailureError({
      ...createFailure('keep', 'asset-missing', 'The network was lost on the way.', String(cause)),
      next: 'What is kept stays. Go on when you are online again.',
    })
  })
  if (response.ok) return response
  const message = `${address} did not load (status ${response.status}).`
  throw new FailureError(createFailure('keep', 'asset-missing', message))
}

/** Leaves the response to be read. */
async function holds(response: Response, { hash }: KeptFile): Promise<boolean> {
  const bytes = await response.clone().arrayBuffer()
  return (await hashOf(bytes)) === hash
}

export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const text = btoa(String.fromCharCode(...digest))
  return text.replaceAll('+', '-').replaceAll('/', '_').slice(0, HASH_LENGTH)
}

/** Says it when the browser gives no room, wherever it refuses first. */
export async function sayWhenFull(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'QuotaExceededError') throw cause
    throw new FailureError({
      ...createFailure('keep', 'storage-full', 'The browser has no room left to keep more.'),
      next: 'Everything works online. Make room on this device, then try again.',
    })
  }
}
