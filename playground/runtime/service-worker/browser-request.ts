// A FetchEvent's request as the broker needs it: addresses as the learner's app sees them, and what only a service
// worker can see (mode, destination, referrer). Runs in the service worker.
import { NEXT_ORIGIN } from '../wire/message.ts'
import type { BrowserContext, WireRequest } from '../wire/request-port.ts'

/** The preview's own origin is `http://localhost:3000` for the app. */
export function toAppAddress(address: string, ownOrigin: string): string {
  const url = new URL(address)
  return url.origin === ownOrigin ? NEXT_ORIGIN + url.pathname + url.search : address
}

/** And back: for `Location`, which the browser follows. */
export function toPreviewAddress(address: string, ownOrigin: string): string {
  return address.startsWith(`${NEXT_ORIGIN}/`) || address === NEXT_ORIGIN
    ? ownOrigin + address.slice(NEXT_ORIGIN.length)
    : address
}

/** Reads the body whole: Firefox has no `Request.body`, and no engine but Chromium streams uploads. */
export async function describeRequest(
  request: Request,
  ownOrigin: string,
  signal: AbortSignal,
): Promise<WireRequest> {
  const { method } = request
  const body = method === 'GET' || method === 'HEAD' ? null : await readUpload(request)
  const headers = [...request.headers].map(([name, value]): [string, string] => [
    name,
    // Chromium lets a font's be seen: the app would refuse an origin that it has never heard of.
    name === 'origin' && value === ownOrigin ? NEXT_ORIGIN : value,
  ])
  const isFromPage = request.referrer.startsWith(`${ownOrigin}/`)
  if (isFromPage) headers.push(['referer', toAppAddress(request.referrer, ownOrigin)])
  if (body !== null) headers.push(['content-length', String(body.byteLength)])
  const url = toAppAddress(request.url, ownOrigin)
  const isEmpty = body === null || body.byteLength === 0
  const browser = describeContext(request, isFromPage)
  return { method, url, headers, body: isEmpty ? null : body, browser, signal }
}

async function readUpload(request: Request): Promise<Uint8Array> {
  return new Uint8Array(await request.arrayBuffer())
}

function describeContext(request: Request, isFromPage: boolean): BrowserContext {
  const { mode, destination, credentials, redirect } = request
  // A navigation that no page of the app asked for: the site's address bar, or the automation.
  const fromAddressBar = mode === 'navigate' && !isFromPage
  return { mode, destination, credentials, redirect, origin: NEXT_ORIGIN, fromAddressBar }
}
