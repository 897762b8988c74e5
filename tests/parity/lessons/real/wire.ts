// What crossed the taps, in the words of the playground's trace. A question of Next's belongs to the page that was being
// made: the last one that was asked for and is not answered yet. Without one, the browser itself asked. A check names
// the exchange of its own question by a `traceparent`, which neither server hands on.
import { randomBytes } from 'node:crypto'
import {
  toExchangeId,
  toHopId,
  type Exchange,
  type ExchangeId,
  type HttpHop,
} from '../../../../playground/runtime/wire/hop.ts'

const ORIGINS = { next: 'http://localhost:3000', fastapi: 'http://localhost:8000' } as const

const FILES = `${ORIGINS.next}/_next/`

export interface Wire {
  /** Call what it answers with when the answer has passed; null when none came. */
  begin(asked: Crossing): (status: number | null) => void
  /** Oldest first. */
  trace(): readonly Exchange[]
}

export interface Crossing {
  readonly to: 'next' | 'fastapi'
  readonly method: string
  readonly path: string
  /** As the asker names it. */
  readonly exchange?: ExchangeId | undefined
}

export function createWire(): Wire {
  const exchanges: { id: Exchange['id']; root: Exchange['root']; hops: HttpHop[] }[] = []
  return {
    begin({ to, method, path, exchange }) {
      const asking =
        to === 'fastapi' && exchange === undefined
          ? exchanges.findLast(({ hops }) => isOpen(hops[0]))
          : undefined
      const id = asking?.id ?? exchange ?? toExchangeId(randomBytes(16).toString('hex'))
      const hop = createHop({ id, to, from: asking ? 'next' : 'browser', method, path })
      if (asking) asking.hops.push(hop)
      else exchanges.push({ id, root: hop.id, hops: [hop] })
      const hops = asking?.hops ?? exchanges.at(-1)?.hops ?? []
      return (status) => {
        const ended = { ...hop, endTime: Date.now(), 'http.response.status_code': status }
        hops[hops.findIndex((each) => each.id === hop.id)] = ended
      }
    },
    trace: () => exchanges.map(({ id, root, hops }) => ({ id, root, hops: [...hops] })),
  }
}

/** A page or a handler, not a file of the bundler's. */
function isOpen(hop: HttpHop | undefined): boolean {
  return hop?.to === 'next' && hop.endTime === null && !hop['url.full'].startsWith(FILES)
}

interface HopStart {
  readonly id: Exchange['id']
  readonly from: 'browser' | 'next'
  readonly to: 'next' | 'fastapi'
  readonly method: string
  readonly path: string
}

function createHop({ id, from, to, method, path }: HopStart): HttpHop {
  return {
    type: 'http',
    code: null,
    kind: to === 'next' ? 'page' : 'api',
    exchange: id,
    id: toHopId(randomBytes(8).toString('hex')),
    parent: null,
    from,
    to,
    startTime: Date.now(),
    endTime: null,
    'http.request.method': method,
    'url.full': new URL(path, ORIGINS[to]).href,
    'http.response.status_code': null,
    requestHeaders: [],
    responseHeaders: [],
    requestBody: null,
    responseBody: null,
    cookiesSent: [],
    cookiesSet: [],
    corsError: null,
    failure: null,
  }
}
