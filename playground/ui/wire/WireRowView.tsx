// One row of the wire: what crossed, where, how it ended, how long it took on the exchange's own scale.
import { ChevronRight, Flag } from 'lucide-react'
import type { Hop } from '../../runtime/wire/hop.ts'
import { copy, formatMs } from '../copy.ts'
import { joinClasses } from '../controls/join-classes.ts'
import type { NumberedExchange } from '../../session/session.ts'
import { useWire, useWireStore } from '../store/session-context.tsx'
import { crossing, durationOf, KIND_NAMES, shortSql, shownPath } from './places.ts'
import {
  findRoot,
  type AsideRow,
  type CookieRow,
  type ExchangeRow,
  type HopRow,
  type WireRow,
} from './rows.ts'
import styles from './wire.module.css'

interface WireRowViewProps {
  readonly row: WireRow
  readonly isChosen: boolean
  readonly onOpen: (row: WireRow) => void
}

export function rowElementId(id: string): string {
  return `wire-${id.replaceAll('/', '-')}`
}

export function WireRowView({ row, isChosen, onOpen }: WireRowViewProps) {
  return (
    // The grid has the keys for every row (WireGrid.tsx), which holds the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      id={rowElementId(row.id)}
      aria-level={row.level}
      aria-selected={isChosen}
      aria-expanded={expandedOf(row)}
      className={joinClasses(styles.row, isChosen && styles.chosen)}
      onClick={() => onOpen(row)}
    >
      {row.type === 'exchange' && <ExchangeCells row={row} />}
      {row.type === 'aside' && <AsideCells row={row} />}
      {row.type === 'hop' && <HopCells row={row} />}
      {row.type === 'cookie' && <CookieCells row={row} />}
    </div>
  )
}

function expandedOf(row: WireRow): boolean | undefined {
  if (row.type === 'aside') return row.isOpen
  return row.type === 'exchange' && row.hasChildren ? row.isOpen : undefined
}

interface TwistProps {
  readonly row: ExchangeRow | AsideRow
}

function Twist({ row }: TwistProps) {
  const store = useWireStore()
  const hasChildren = row.type === 'aside' || row.hasChildren
  return (
    <span
      className={joinClasses(
        styles.twist,
        row.isOpen && styles.twisted,
        !hasChildren && styles.noTwist,
      )}
      aria-hidden
      onClick={(event) => {
        event.stopPropagation()
        if (hasChildren) store.toggle(row.exchange.id)
      }}
    >
      <ChevronRight />
    </span>
  )
}

function AsideCells({ row }: { readonly row: AsideRow }) {
  return (
    <>
      <span role="gridcell" className={joinClasses(styles.what, styles.muted)}>
        <Twist row={row} />
        {copy.wire.aside}
      </span>
      <span role="gridcell" className={joinClasses(styles.path, styles.muted)}>
        {copy.wire.asideLine}
        <span className={styles.caused}>
          <span className={styles.sql}>{copy.wire.statements(row.exchange.hops.length)}</span>
        </span>
      </span>
      <span role="gridcell" aria-label={copy.wire.none} />
      <span role="gridcell" aria-label={copy.wire.none} />
    </>
  )
}

function ExchangeCells({ row }: { readonly row: ExchangeRow }) {
  const { root, exchange } = row
  const isReplayed = useWire((state) => state.replayed.has(exchange.id))
  return (
    <>
      <span role="gridcell" className={styles.what}>
        <Twist row={row} />
        <span className={styles.number}>{exchange.number}</span>
        <span className={styles.method}>{root['http.request.method']}</span>
        <span className={styles.kindMark}>{KIND_NAMES[root.kind]}</span>
        {isReplayed && <span className={styles.kindMark}>{copy.wire.replayedMark}</span>}
      </span>
      <span role="gridcell" className={styles.path} title={root['url.full']}>
        {shownPath(root)}
        <span className={styles.caused}>
          {root.to !== 'next' && <span className={styles[root.to]}>{crossing(root)}</span>}
          <Caused exchange={exchange} />
        </span>
      </span>
      <StatusCell hop={root} />
      <TimeCell hop={root} scale={root} />
    </>
  )
}

/** What the exchange caused, without opening it. */
function Caused({ exchange: { hops, root } }: { readonly exchange: NumberedExchange }) {
  const calls = hops.filter(
    (hop) => hop.type === 'http' && hop.to === 'fastapi' && hop.id !== root,
  ).length
  const statements = hops.filter((hop) => hop.type === 'sql').length
  return (
    <>
      {calls > 0 && <span className={styles.fastapi}>{copy.wire.calls(calls)}</span>}
      {statements > 0 && <span className={styles.sql}>{copy.wire.statements(statements)}</span>}
    </>
  )
}

function HopCells({ row: { hop, exchange, level, count } }: { readonly row: HopRow }) {
  const isSql = hop.type === 'sql'
  const text = isSql
    ? shortSql(hop['db.query.text'])
    : `${hop['http.request.method']} ${shownPath(hop)}`
  return (
    <>
      <span
        role="gridcell"
        className={joinClasses(styles.what, styles[hop.to])}
        style={{ paddingInlineStart: 8 + level * 16 }}
      >
        {crossing(hop)}
      </span>
      <span
        role="gridcell"
        className={styles.path}
        title={isSql ? hop['db.query.text'] : hop['url.full']}
      >
        {text}
        {count > 1 && <span className={styles.muted}> × {count}</span>}
      </span>
      <StatusCell hop={hop} />
      <TimeCell hop={hop} scale={findRoot(exchange) ?? hop} />
    </>
  )
}

function CookieCells({ row: { cookie, level } }: { readonly row: CookieRow }) {
  const refused = cookie.outcome === 'refused'
  return (
    <>
      <span
        role="gridcell"
        className={joinClasses(styles.what, styles.muted)}
        style={{ paddingInlineStart: 8 + level * 16 }}
      >
        <Flag aria-hidden className={styles.flag} /> Set-Cookie
      </span>
      <span role="gridcell" className={styles.path}>
        {cookie.name}
        {refused && cookie.reason !== null && (
          <span className={styles.muted}> {cookie.reason}</span>
        )}
      </span>
      <span role="gridcell" className={refused ? styles.bad : styles.ok}>
        {refused ? copy.wire.outcomes.refused : copy.wire.outcomes[cookie.outcome].split(' ')[0]}
      </span>
      <span role="gridcell" aria-label={copy.wire.none} />
    </>
  )
}

function StatusCell({ hop }: { readonly hop: Hop }) {
  if (hop.type === 'sql') {
    const rows = hop['db.response.returned_rows']
    if (hop['error.message'] !== null)
      return (
        <span role="gridcell" className={styles.bad}>
          error
        </span>
      )
    return (
      <span role="gridcell" className={styles.muted}>
        {rows === null ? '' : `${rows} ${rows === 1 ? 'row' : 'rows'}`}
      </span>
    )
  }
  const status = hop['http.response.status_code']
  if (hop.failure)
    return (
      <span role="gridcell" className={styles.bad}>
        {hop.failure.code}
      </span>
    )
  if (status === null)
    return (
      <span role="gridcell" className={styles.muted}>
        {copy.wire.pending}
      </span>
    )
  const cors = hop.corsError === null ? '' : ' CORS'
  return (
    <span
      role="gridcell"
      className={status >= 400 || cors ? styles.bad : status >= 300 ? styles.muted : styles.ok}
    >{`${status}${cors}`}</span>
  )
}

function TimeCell({ hop, scale }: { readonly hop: Hop; readonly scale: Hop }) {
  const ms = durationOf(hop)
  const whole = durationOf(scale)
  return (
    <span role="gridcell" className={styles.time}>
      <span className={styles.bar} aria-hidden>
        {ms !== null && whole !== null && whole > 0 && (
          <span
            className={joinClasses(styles.fill, styles[hop.to])}
            style={barOf(hop, scale, ms, whole)}
          />
        )}
      </span>
      <span className={styles.ms}>{ms === null ? '…' : formatMs(ms)}</span>
    </span>
  )
}

function barOf(hop: Hop, scale: Hop, ms: number, whole: number) {
  const start = Math.min(1, Math.max(0, (hop.startTime - scale.startTime) / whole))
  const width = Math.min(1 - start, ms / whole)
  return { insetInlineStart: `${start * 100}%`, inlineSize: `max(2px, ${width * 100}%)` }
}
