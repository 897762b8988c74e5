// The exchanges so far, built from hops as they come: each hop arrives whole and more than once. Newest first, at most
// 200. Runs on the site's page; the broker keeps the full trace, this is what the panes show.
import type { Exchange, ExchangeId, Hop } from '../runtime/wire/hop.ts'
import { createReadable, type Readable } from '../runtime/workspace/readable.ts'
import type { NumberedExchange } from './session.ts'

export const EXCHANGE_LIMIT = 200
/** Hops come in bursts; the panes need not draw each one. */
const BATCH_MS = 24
/** While they keep coming, a list that is drawn more often takes the page's time from what is being watched. */
const BUSY_BATCH_MS = 120

export interface Exchanges extends Readable<readonly NumberedExchange[]> {
  add(hop: Hop): void
  clear(): void
}

export function createExchanges(): Exchanges {
  const shown = createReadable<readonly NumberedExchange[]>([])
  const known = new Map<ExchangeId, NumberedExchange>()
  let count = 0
  let timer: ReturnType<typeof setTimeout> | null = null
  let published = Number.NEGATIVE_INFINITY
  const publish = () => {
    timer = null
    published = performance.now()
    shown.set([...known.values()].reverse())
  }
  const publishSoon = () => {
    const sinceLast = performance.now() - published
    timer ??= setTimeout(publish, Math.max(BATCH_MS, BUSY_BATCH_MS - sinceLast))
  }
  return {
    get: shown.get,
    subscribe: shown.subscribe,
    add(hop) {
      const before = known.get(hop.exchange)
      known.set(
        hop.exchange,
        before
          ? { ...before, ...withHop(before, hop) }
          : { number: isAside(hop) ? 0 : ++count, ...beginExchange(hop) },
      )
      for (const id of known.keys()) {
        if (known.size <= EXCHANGE_LIMIT) break
        known.delete(id)
      }
      publishSoon()
    },
    clear() {
      known.clear()
      if (timer !== null) clearTimeout(timer)
      publish()
    },
  }
}

function beginExchange(hop: Hop): Exchange {
  return { id: hop.exchange, root: hop.id, hops: [hop] }
}

/** The newest state of a hop takes the place of the one before; a request without a parent is the root. */
export function withHop(exchange: Exchange, hop: Hop): Exchange {
  const place = exchange.hops.findIndex(({ id }) => id === hop.id)
  const hops = place < 0 ? [...exchange.hops, hop] : exchange.hops.with(place, hop)
  return { id: exchange.id, root: isRequest(hop) ? hop.id : exchange.root, hops }
}

function isRequest(hop: Hop): boolean {
  return hop.type === 'http' && hop.parent === null
}

/** FastAPI ran it by itself: tables and seed rows, while it starts. */
function isAside(hop: Hop): boolean {
  return hop.type === 'sql' && hop.parent === null
}

/** Without what no request caused: such an exchange has no number. */
export function countExchanges(exchanges: readonly NumberedExchange[]): number {
  return exchanges.filter(({ number }) => number > 0).length
}
