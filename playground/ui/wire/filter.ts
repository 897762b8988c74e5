// Which exchanges the filter lets through. No React.
import type { ExchangeKind, Hop } from '../../runtime/wire/hop.ts'
import type { NumberedExchange } from '../../session/session.ts'
import type { WireFilter, WireKind } from '../store/wire-store.ts'
import { findRoot } from './rows.ts'

const KINDS: Readonly<Record<Exclude<WireKind, 'all' | 'sql'>, readonly ExchangeKind[]>> = {
  page: ['page', 'data'],
  action: ['action'],
  api: ['api', 'route', 'preflight'],
}

export function filterExchanges(
  exchanges: readonly NumberedExchange[],
  filter: WireFilter,
): NumberedExchange[] {
  const wanted = filter.text.trim().toLowerCase()
  return exchanges.filter((exchange) => {
    const kind = findRoot(exchange)?.kind
    if (kind === undefined) return isAsideWanted(exchange, filter.kind, wanted)
    if (kind === 'prefetch' && !filter.prefetch) return false
    if ((kind === 'asset' || isOfNextItself(exchange)) && !filter.assets) return false
    if (filter.kind === 'sql' && !exchange.hops.some(({ type }) => type === 'sql')) return false
    if (filter.kind !== 'all' && filter.kind !== 'sql' && !KINDS[filter.kind].includes(kind))
      return false
    return wanted === '' || exchange.hops.some((hop) => textOf(hop).includes(wanted))
  })
}

/** Statements that no request caused have no kind: they are there beside everything, and beside SQL. */
function isAsideWanted({ hops }: NumberedExchange, kind: WireKind, wanted: string): boolean {
  if (kind !== 'all' && kind !== 'sql') return false
  return wanted === '' || hops.some((hop) => textOf(hop).includes(wanted))
}

/** Requests of Next's development overlay: no part of the app. */
function isOfNextItself(exchange: NumberedExchange): boolean {
  return (
    URL.parse(findRoot(exchange)?.['url.full'] ?? '')?.pathname.startsWith('/__nextjs') ?? false
  )
}

function textOf(hop: Hop): string {
  const text =
    hop.type === 'sql' ? hop['db.query.text'] : `${hop['http.request.method']} ${hop['url.full']}`
  return text.toLowerCase()
}
