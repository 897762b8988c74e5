// What a key does in the wire's grid: move, open, close, show the detail. No React.
import type { ExchangeId } from '../../runtime/wire/hop.ts'
import type { AsideRow, ExchangeRow, WireRow } from './rows.ts'

export type GridMove =
  | { readonly type: 'choose'; readonly index: number }
  | { readonly type: 'toggle'; readonly exchange: ExchangeId; readonly opened: boolean }
  | { readonly type: 'open-detail' | 'close-detail' }

const PAGE_ROWS = 10

export function moveInRows(rows: readonly WireRow[], at: number, key: string): GridMove | null {
  const row = rows[at]
  const choose = (index: number): GridMove => ({
    type: 'choose',
    index: Math.max(0, Math.min(rows.length - 1, index)),
  })
  switch (key) {
    case 'ArrowDown':
      return choose(at + 1)
    case 'ArrowUp':
      return choose(at < 0 ? 0 : at - 1)
    case 'PageDown':
      return choose(at + PAGE_ROWS)
    case 'PageUp':
      return choose(at - PAGE_ROWS)
    case 'Home':
      return choose(0)
    case 'End':
      return choose(rows.length - 1)
    case 'ArrowRight':
      if (!row || !canOpen(row)) return null
      return row.isOpen
        ? choose(at + 1)
        : { type: 'toggle', exchange: row.exchange.id, opened: true }
    case 'ArrowLeft':
      return closeOrLeave(rows, at)
    case 'Enter':
    case ' ':
      return row ? { type: 'open-detail' } : null
    case 'Escape':
      return { type: 'close-detail' }
    default:
      return null
  }
}

function canOpen(row: WireRow): row is ExchangeRow | AsideRow {
  return row.type === 'aside' || (row.type === 'exchange' && row.hasChildren)
}

/** An open exchange closes; from inside one, the row above it is chosen. */
function closeOrLeave(rows: readonly WireRow[], at: number): GridMove | null {
  const row = rows[at]
  if (!row) return null
  if (row.type === 'exchange' || row.type === 'aside')
    return row.isOpen ? { type: 'toggle', exchange: row.exchange.id, opened: false } : null
  for (let index = at - 1; index >= 0; index -= 1) {
    const above = rows[index]
    if (above && above.level < row.level) return { type: 'choose', index }
  }
  return null
}
