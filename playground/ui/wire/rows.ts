// The rows of the wire's grid: an exchange, and below it the hops it caused, their cookies, and repeated statements
// folded into one. No React.
import type {
  CookieEvent,
  Exchange,
  ExchangeId,
  Hop,
  HopId,
  HttpHop,
} from '../../runtime/wire/hop.ts'
import type { NumberedExchange } from '../../session/session.ts'

interface RowBase {
  readonly id: string
  readonly exchange: NumberedExchange
  /** From 1. */
  readonly level: number
}

export interface ExchangeRow extends RowBase {
  readonly type: 'exchange'
  readonly root: HttpHop
  readonly isOpen: boolean
  readonly hasChildren: boolean
}

/** Statements that no request caused. */
export interface AsideRow extends RowBase {
  readonly type: 'aside'
  readonly isOpen: boolean
}

export interface HopRow extends RowBase {
  readonly type: 'hop'
  readonly hop: Hop
  /** How many equal statements in a row this one stands for. */
  readonly count: number
}

export interface CookieRow extends RowBase {
  readonly type: 'cookie'
  readonly hop: HttpHop
  readonly cookie: CookieEvent
}

export type WireRow = ExchangeRow | AsideRow | HopRow | CookieRow

/** Equal statements are folded from this many on. */
const FOLD_FROM = 3

export function findRoot(exchange: Exchange): HttpHop | null {
  const root = exchange.hops.find(({ id }) => id === exchange.root)
  return root?.type === 'http' ? root : null
}

export function toRows(
  exchanges: readonly NumberedExchange[],
  opened: ReadonlySet<ExchangeId>,
): WireRow[] {
  const rows: WireRow[] = []
  for (const exchange of exchanges) {
    const root = findRoot(exchange)
    if (!root) {
      rows.push(...asideRows(exchange, opened.has(exchange.id)))
      continue
    }
    const hasChildren = exchange.hops.length > 1 || root.cookiesSet.length > 0
    const isOpen = hasChildren && opened.has(exchange.id)
    rows.push({ type: 'exchange', id: exchange.id, exchange, level: 1, root, isOpen, hasChildren })
    if (isOpen) rows.push(...rowsBelow(exchange, root, 2))
  }
  return rows
}

function asideRows(exchange: NumberedExchange, isOpen: boolean): WireRow[] {
  const row: AsideRow = { type: 'aside', id: exchange.id, exchange, level: 1, isOpen }
  if (!isOpen) return [row]
  const statements = foldEqual(childrenOf(exchange, null)).map(({ hop, count }): HopRow => ({
    type: 'hop',
    id: `${exchange.id}/${hop.id}`,
    exchange,
    level: 2,
    hop,
    count,
  }))
  return [row, ...statements]
}

function childrenOf({ hops }: NumberedExchange, parent: HopId | null): Hop[] {
  return hops
    .filter((hop) => hop.parent === parent)
    .sort((left, right) => left.startTime - right.startTime)
}

function rowsBelow(exchange: NumberedExchange, parent: Hop, level: number): WireRow[] {
  const rows = foldEqual(childrenOf(exchange, parent.id)).flatMap(({ hop, count }): WireRow[] => [
    { type: 'hop', id: `${exchange.id}/${hop.id}`, exchange, level, hop, count },
    ...rowsBelow(exchange, hop, level + 1),
  ])
  return parent.type === 'http' ? [...rows, ...cookieRows(exchange, parent, level)] : rows
}

function foldEqual(hops: readonly Hop[]): { hop: Hop; count: number }[] {
  const runs: Hop[][] = []
  for (const hop of hops) {
    const run = runs.at(-1)
    if (run?.[0] && isSameStatement(run[0], hop)) run.push(hop)
    else runs.push([hop])
  }
  return runs.flatMap((run) => {
    const [first] = run
    if (first && run.length >= FOLD_FROM) return [{ hop: first, count: run.length }]
    return run.map((hop) => ({ hop, count: 1 }))
  })
}

function isSameStatement(left: Hop, right: Hop): boolean {
  return (
    left.type === 'sql' && right.type === 'sql' && left['db.query.text'] === right['db.query.text']
  )
}

function cookieRows(exchange: NumberedExchange, hop: HttpHop, level: number): CookieRow[] {
  return hop.cookiesSet.map((cookie, index) => ({
    type: 'cookie',
    id: `${exchange.id}/${hop.id}/cookie-${index}`,
    exchange,
    level,
    hop,
    cookie,
  }))
}
