// Which end a request is for, and what the wire pane calls it. Runs anywhere; sends nothing.
import type { ExchangeKind, Place } from '../wire/hop.ts'
import { getHeader, hasHeader } from '../wire/headers.ts'
import { FASTAPI_ORIGIN, NEXT_ORIGIN } from '../wire/message.ts'
import type { WireRequest } from '../wire/request-port.ts'

export type Destination = 'next' | 'fastapi' | 'outside'

const DESTINATIONS: ReadonlyMap<string, Destination> = new Map(
  [NEXT_ORIGIN, FASTAPI_ORIGIN].flatMap((origin) => {
    const place = origin === NEXT_ORIGIN ? 'next' : 'fastapi'
    return [
      [origin, place],
      [origin.replace('localhost', '127.0.0.1'), place],
    ] as const
  }),
)

/** Both spellings of this machine lead to the same server; for cookies and CORS they stay two hosts. */
export function chooseDestination(url: URL): Destination {
  return DESTINATIONS.get(url.origin) ?? 'outside'
}

const PLACE_NAMES: Record<Place, string> = {
  browser: 'Browser',
  next: 'Next',
  fastapi: 'FastAPI',
  sql: 'SQL',
  outside: 'another host',
  cache: 'Cache',
}

export function nameOf(place: Place): string {
  return PLACE_NAMES[place]
}

const ASSET_DESTINATIONS: ReadonlySet<string> = new Set([
  'audio',
  'font',
  'image',
  'manifest',
  'script',
  'style',
  'track',
  'video',
])

export function chooseKind({ method, url, headers, browser }: WireRequest): ExchangeKind {
  const { pathname } = new URL(url)
  if (chooseDestination(new URL(url)) !== 'next') return 'api'
  if (hasHeader(headers, 'next-action')) return 'action'
  const isPrefetch =
    hasHeader(headers, 'next-router-prefetch') ||
    /\bprefetch\b/.test(getHeader(headers, 'sec-purpose') ?? '')
  if (isPrefetch) return 'prefetch'
  if (hasHeader(headers, 'rsc')) return 'data'
  const isAsset = ASSET_DESTINATIONS.has(browser?.destination ?? '')
  // `/__nextjs_…` is what Next's development overlay asks for itself.
  if (isAsset || /^\/(_next\/|__nextjs_)/.test(pathname)) return 'asset'
  if (browser?.mode !== 'navigate') return 'route'
  // A form of a server action, sent without JavaScript: React always encodes it as multipart.
  const type = getHeader(headers, 'content-type') ?? ''
  return method === 'POST' && type.startsWith('multipart/form-data') ? 'action' : 'page'
}
