// Headers that a browser writes itself and that no service worker sees: Host, Origin, Sec-Fetch-*. Runs anywhere.
// Cookies are the jar's, `traceparent` is the crossing's.
import { hasHeader, withHeader, type HeaderPairs } from '../wire/headers.ts'
import type { BrowserContext } from '../wire/request-port.ts'
import { isSameSite } from './cookies/site.ts'

interface Outgoing {
  readonly method: string
  readonly url: URL
  readonly headers: HeaderPairs
  readonly browser: BrowserContext
  /** True when the answer must pass the CORS check. */
  readonly isCors: boolean
  /** The page's origin, or `null` after a redirect between two foreign origins. */
  readonly origin: string
}

/** Fetch standard, "append a request `Origin` header", and Fetch Metadata. */
export function addBrowserHeaders({
  method,
  url,
  headers,
  browser,
  isCors,
  origin,
}: Outgoing): HeaderPairs {
  let sent = withHeader(headers, 'host', url.host)
  if (!hasHeader(sent, 'accept')) sent = withHeader(sent, 'accept', '*/*')
  const isChange = method !== 'GET' && method !== 'HEAD'
  if (isCors || isChange) sent = withHeader(sent, 'origin', origin)
  sent = withHeader(sent, 'sec-fetch-site', describeSite(url, browser))
  sent = withHeader(sent, 'sec-fetch-mode', browser.mode)
  // The preview is an iframe for the real browser, but the app's whole window for the learner.
  const isFrame = browser.mode === 'navigate' && browser.destination === 'iframe'
  const destination = isFrame ? 'document' : browser.destination || 'empty'
  return withHeader(sent, 'sec-fetch-dest', destination)
}

function describeSite(url: URL, { origin, fromAddressBar }: BrowserContext): string {
  if (fromAddressBar) return 'none'
  if (url.origin === origin) return 'same-origin'
  return isSameSite(url, new URL(origin)) ? 'same-site' : 'cross-site'
}

/** `en-GB,en;q=0.9,de;q=0.8`, as browsers write it. */
export function formatLanguages(languages: readonly string[]): string {
  const weigh = (index: number) =>
    index === 0 ? '' : `;q=${(1 - Math.min(index, 9) / 10).toFixed(1)}`
  return languages.map((language, index) => language + weigh(index)).join(',')
}
