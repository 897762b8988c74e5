// What the wire pane shows of the trace: filters, opened rows, the chosen row. The trace itself is the session's.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ExchangeId } from '../../runtime/wire/hop.ts'

export const WIRE_KINDS = ['all', 'page', 'action', 'api', 'sql'] as const
export type WireKind = (typeof WIRE_KINDS)[number]

export interface WireFilter {
  readonly kind: WireKind
  readonly prefetch: boolean
  readonly assets: boolean
  readonly text: string
}

export interface WireState {
  readonly filter: WireFilter
  readonly opened: ReadonlySet<ExchangeId>
  /** A row's id (wire/rows.ts): stays when new exchanges come. */
  readonly row: string | null
  /** The detail has been asked for; in a narrow dock it covers the list. */
  readonly isDetailOpen: boolean
  readonly areSecretsShown: boolean
  /** False on a stage: there they stay dots. */
  readonly canShowSecrets: boolean
  /** Exchanges that were sent once more from here. */
  readonly replayed: ReadonlySet<ExchangeId>
  /** The exchange that the next chosen one is laid beside. */
  readonly compared: ExchangeId | null
  /** The exchanges that were there when the list was paused; null: each new one is shown. */
  readonly pausedWith: ReadonlySet<ExchangeId> | null
}

export interface WireStore extends StoreApi<WireState> {
  setFilter(part: Partial<WireFilter>): void
  showAll(): void
  toggle(exchange: ExchangeId, opened?: boolean): void
  choose(row: string | null): void
  setDetail(isDetailOpen: boolean): void
  setSecrets(areSecretsShown: boolean): void
  markReplayed(exchange: ExchangeId): void
  compareWith(exchange: ExchangeId | null): void
  pauseWith(exchanges: readonly ExchangeId[]): void
  resume(): void
}

const FILTER: WireFilter = { kind: 'all', prefetch: false, assets: false, text: '' }

export function createWireStore({ canShowSecrets = true } = {}): WireStore {
  const store = createStore<WireState>(() => ({
    filter: FILTER,
    opened: new Set(),
    row: null,
    isDetailOpen: false,
    areSecretsShown: false,
    canShowSecrets,
    replayed: new Set(),
    compared: null,
    pausedWith: null,
  }))
  return {
    ...store,
    setFilter: (part) => store.setState(({ filter }) => ({ filter: { ...filter, ...part } })),
    showAll: () => store.setState({ filter: { ...FILTER, prefetch: true, assets: true } }),
    toggle: (exchange, opened) =>
      store.setState((state) => {
        const next = new Set(state.opened)
        if (opened ?? !next.has(exchange)) next.add(exchange)
        else next.delete(exchange)
        return { opened: next }
      }),
    choose: (row) => store.setState({ row }),
    setDetail: (isDetailOpen) => store.setState({ isDetailOpen }),
    setSecrets: (areSecretsShown) => store.setState({ areSecretsShown }),
    markReplayed: (exchange) =>
      store.setState(({ replayed }) => ({ replayed: new Set(replayed).add(exchange) })),
    compareWith: (compared) => store.setState({ compared }),
    pauseWith: (exchanges) => store.setState({ pausedWith: new Set(exchanges) }),
    resume: () => store.setState({ pausedWith: null }),
  }
}
