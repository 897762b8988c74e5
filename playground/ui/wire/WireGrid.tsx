// The rows of the wire as a tree grid. The grid holds the focus and names the chosen row (aria-activedescendant), so
// that rows may come, go and be left out of the page without the focus moving.
import { lazy, Suspense, useRef, type KeyboardEvent } from 'react'
import type { VirtualizerHandle } from 'virtua'
import { copy } from '../copy.ts'
import { useWire, useWireStore } from '../store/session-context.tsx'
import { moveInRows } from './grid-keys.ts'
import type { WireRow } from './rows.ts'
import { rowElementId, WireRowView } from './WireRowView.tsx'
import styles from './wire.module.css'

const VirtualRows = lazy(async () => ({
  default: (await import('../controls/VirtualRows.tsx')).VirtualRows,
}))

/** Fewer rows are simply all there; more would be laid out anew with each new one. */
const VIRTUAL_FROM = 60
/** Pixels: `.head` of the style sheet, with its line. */
const HEAD_HEIGHT = 25

export function WireGrid({ rows }: { readonly rows: readonly WireRow[] }) {
  const store = useWireStore()
  const chosen = useWire((state) => state.row)
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useRef<VirtualizerHandle>(null)
  const choose = (index: number) => {
    const row = rows[index]
    if (!row) return
    store.choose(row.id)
    virtual.current?.scrollToIndex(index, { align: 'nearest' })
    document.getElementById(rowElementId(row.id))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex(({ id }) => id === chosen)
    const move = moveInRows(rows, at, event.key)
    if (!move) return
    event.preventDefault()
    if (move.type === 'choose') choose(move.index)
    else if (move.type === 'toggle') store.toggle(move.exchange, move.opened)
    else store.setDetail(move.type === 'open-detail')
  }
  const open = (row: WireRow) => {
    store.choose(row.id)
    store.setDetail(true)
  }
  const views = rows.map((row) => (
    <WireRowView key={row.id} row={row} isChosen={row.id === chosen} onOpen={open} />
  ))
  return (
    // What has the focus scrolls: a list in it that scrolled by itself would be one more stop for Tab, without a name.
    <div
      role="treegrid"
      tabIndex={0}
      ref={scroller}
      className={styles.grid}
      aria-label={copy.wire.label}
      aria-activedescendant={
        chosen !== null && rows.some(({ id }) => id === chosen) ? rowElementId(chosen) : undefined
      }
      aria-rowcount={rows.length + 1}
      onKeyDown={onKeyDown}
      onFocus={() => chosen === null && choose(0)}
    >
      <div role="row" className={styles.head}>
        <span role="columnheader">{copy.wire.what}</span>
        <span role="columnheader">{copy.wire.detail}</span>
        <span role="columnheader">{copy.wire.status}</span>
        <span role="columnheader" className={styles.timeHead}>
          {copy.wire.time}
        </span>
      </div>
      <div role="rowgroup">
        {rows.length > VIRTUAL_FROM ? (
          <Suspense fallback={null}>
            <VirtualRows handle={virtual} scrollRef={scroller} above={HEAD_HEIGHT}>
              {views}
            </VirtualRows>
          </Suspense>
        ) : (
          views
        )}
      </div>
    </div>
  )
}
