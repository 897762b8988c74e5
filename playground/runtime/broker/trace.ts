// The exchanges so far and the hops of each. Runs anywhere. It writes down; it decides nothing about requests.
import {
  createExchangeId,
  createHopId,
  type Exchange,
  type ExchangeId,
  type Hop,
  type HopId,
  type HttpHop,
  type TraceParent,
} from '../wire/hop.ts'
import type { SqlHopMessage } from '../wire/message.ts'

/** ux.md, "Limits". */
export const EXCHANGES_KEPT = 200

interface KeptExchange {
  readonly id: ExchangeId
  readonly root: HopId
  readonly hops: Map<HopId, Hop>
}

type NewHttpHop = Omit<HttpHop, 'exchange' | 'id' | 'parent' | 'type' | 'code'>

/** One HTTP hop while it is under way. */
export interface OpenHop {
  readonly hop: HttpHop
  /** The value of `traceparent` for the request itself. */
  readonly traceParent: TraceParent
  change(fields: Partial<HttpHop>): void
}

export class Trace {
  readonly #exchanges = new Map<ExchangeId, KeptExchange>()
  readonly #onHop: (hop: Hop) => void
  /** Of the statements that no request caused, until a request begins. */
  #aside: ExchangeId | null = null

  constructor(onHop: (hop: Hop) => void) {
    this.#onHop = onHop
  }

  /**
   * Begins a hop. Without a parent it is the root of an exchange of its own; so it is when the parent's hop is not here:
   * the caller keeps it (Trace Context, section 3.2.2.4), and only its trace-id goes on.
   */
  begin(parent: TraceParent | null, fields: NewHttpHop): OpenHop {
    if (!parent) this.#aside = null
    const exchange = parent?.exchange ?? createExchangeId()
    const isHere = parent && this.#exchanges.get(exchange)?.hops.has(parent.hop)
    const id = createHopId()
    let hop: HttpHop = {
      type: 'http',
      exchange,
      id,
      parent: isHere ? parent.hop : null,
      code: null,
      ...fields,
    }
    this.#add(hop)
    return {
      get hop() {
        return hop
      },
      traceParent: { exchange, hop: id },
      change: (changed) => {
        hop = { ...hop, ...changed }
        this.#replace(hop)
      },
    }
  }

  /** Statements without a request (tables and seed rows, while FastAPI starts) are one exchange. */
  addSql({ parent, hop }: SqlHopMessage): void {
    const ids = {
      exchange: parent?.exchange ?? (this.#aside ??= createExchangeId()),
      id: createHopId(),
      parent: parent?.hop ?? null,
    }
    this.#add({ type: 'sql', from: 'fastapi', to: 'sql', ...ids, ...hop })
  }

  exchanges(): readonly Exchange[] {
    return [...this.#exchanges.values()].map(({ id, root, hops }) => ({
      id,
      root,
      hops: [...hops.values()],
    }))
  }

  /** Hops of an exchange that have not ended, oldest first. */
  openHops(exchange: ExchangeId): readonly Hop[] {
    const hops = [...(this.#exchanges.get(exchange)?.hops.values() ?? [])]
    return hops.filter(({ endTime }) => endTime === null)
  }

  clear(): void {
    this.#exchanges.clear()
    this.#aside = null
  }

  #add(hop: Hop): void {
    const known = this.#exchanges.get(hop.exchange)
    if (known) known.hops.set(hop.id, hop)
    else this.#keep({ id: hop.exchange, root: hop.id, hops: new Map([[hop.id, hop]]) })
    this.#onHop(hop)
  }

  /** A change to a hop that was dropped or cleared meanwhile is dropped too. */
  #replace(hop: Hop): void {
    const known = this.#exchanges.get(hop.exchange)
    if (!known?.hops.has(hop.id)) return
    known.hops.set(hop.id, hop)
    this.#onHop(hop)
  }

  #keep(exchange: KeptExchange): void {
    this.#exchanges.set(exchange.id, exchange)
    if (this.#exchanges.size <= EXCHANGES_KEPT) return
    const [oldest] = this.#exchanges.keys()
    if (oldest !== undefined) this.#exchanges.delete(oldest)
  }
}
