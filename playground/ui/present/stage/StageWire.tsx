// One exchange of the wire, every label in full: what crossed, between whom, how it ended. Alone (W) it has the detail of
// a row beside it. Secrets are dots, always.
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { Hop } from '../../../runtime/wire/hop.ts'
import type { NumberedExchange } from '../../../session/session.ts'
import { copy, formatMs } from '../../copy.ts'
import { joinClasses } from '../../controls/join-classes.ts'
import { useReadable, useSession, useWire } from '../../store/session-context.tsx'
import { filterExchanges } from '../../wire/filter.ts'
import { crossing, durationOf, shortSql, shownPath } from '../../wire/places.ts'
import { findRoot, toRows, type WireRow } from '../../wire/rows.ts'
import { describeExchange } from '../../wire/sentences.ts'
import { presentCopy } from '../present-copy.ts'
import styles from './stage.module.css'

const HopSections = lazy(async () => ({
  default: (await import('./HopSections.tsx')).HopSections,
}))

export function StageWire({ isAlone }: { readonly isAlone: boolean }) {
  const all = useReadable(useSession().exchanges)
  const filter = useWire((state) => state.filter)
  const [chosen, setChosen] = useState<string | null>(null)
  const [row, setRow] = useState<string | null>(null)
  const exchanges = filterExchanges(all, filter).filter((exchange) => findRoot(exchange) !== null)
  const found = exchanges.findIndex(({ id }) => id === chosen)
  const at = found === -1 ? 0 : found
  const exchange = exchanges[at]
  if (!exchange) return <p className={styles.nothing}>{presentCopy.noExchange}</p>
  const choose = (by: number) => setChosen(exchanges[at + by]?.id ?? null)
  const rows = toRows([exchange], new Set([exchange.id]))
  const hop = hopOf(rows.find(({ id }) => id === row) ?? rows[0])
  return (
    <div className={styles.wire}>
      <div className={styles.sentence}>
        <Turn label={presentCopy.earlier} isOff={!exchanges[at + 1]} onClick={() => choose(1)}>
          <ChevronLeft aria-hidden />
        </Turn>
        <Turn label={presentCopy.later} isOff={at === 0} onClick={() => choose(-1)}>
          <ChevronRight aria-hidden />
        </Turn>
        <p>{describeExchange(exchange)}</p>
      </div>
      <div className={joinClasses(styles.wireParts, isAlone && styles.withDetail)}>
        <Rows exchange={exchange} rows={rows} chosen={isAlone ? hop : null} onChoose={setRow} />
        {isAlone && hop && (
          <div className={styles.enlarged} tabIndex={0} role="region" aria-label={crossing(hop)}>
            <Suspense fallback={null}>
              <HopSections hop={hop} />
            </Suspense>
          </div>
        )}
      </div>
    </div>
  )
}

interface TurnProps {
  readonly label: string
  readonly isOff: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Turn({ label, isOff, onClick, children }: TurnProps) {
  return (
    <button
      type="button"
      className={styles.turn}
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

interface RowsProps {
  readonly exchange: NumberedExchange
  readonly rows: readonly WireRow[]
  readonly chosen: Hop | null
  readonly onChoose: (row: string) => void
}

function Rows({ exchange, rows, chosen, onChoose }: RowsProps) {
  return (
    <div className={styles.rows} tabIndex={0} role="region" aria-label={presentCopy.hops}>
      <table aria-label={presentCopy.exchange(exchange.number)}>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.id}
              className={joinClasses(hopOf(row) === chosen && chosen && styles.chosenRow)}
              onClick={() => onChoose(row.id)}
            >
              <RowCells row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RowCells({ row }: { readonly row: WireRow }) {
  const hop = hopOf(row)
  if (!hop) return null
  if (row.type === 'cookie')
    return (
      <>
        <th scope="row" style={{ paddingInlineStart: row.level * 24 }}>
          Set-Cookie
        </th>
        <td>
          {row.cookie.name} {row.cookie.reason}
        </td>
        <td className={row.cookie.outcome === 'refused' ? styles.bad : styles.ok}>
          {row.cookie.outcome}
        </td>
        <td aria-label={copy.wire.none} />
      </>
    )
  const ms = durationOf(hop)
  return (
    <>
      <th scope="row" style={{ paddingInlineStart: row.level * 24 }} data-to={hop.to}>
        {crossing(hop)}
      </th>
      <td>
        {hop.type === 'sql'
          ? shortSql(hop['db.query.text'])
          : `${hop['http.request.method']} ${shownPath(hop)}`}
        {row.type === 'hop' && row.count > 1 && ` × ${row.count}`}
      </td>
      <Ended hop={hop} />
      <td>{ms === null ? '…' : formatMs(ms)}</td>
    </>
  )
}

function Ended({ hop }: { readonly hop: Hop }) {
  if (hop.type === 'sql') {
    if (hop['error.message'] !== null) return <td className={styles.bad}>error</td>
    const rows = hop['db.response.returned_rows']
    return <td>{rows === null ? '' : `${rows} ${rows === 1 ? 'row' : 'rows'}`}</td>
  }
  const status = hop['http.response.status_code']
  if (hop.failure) return <td className={styles.bad}>{hop.failure.code}</td>
  const cors = hop.corsError === null ? '' : ' CORS'
  const isBad = (status ?? 0) >= 400 || cors !== ''
  return <td className={isBad ? styles.bad : styles.ok}>{`${status ?? '…'}${cors}`}</td>
}

function hopOf(row: WireRow | undefined): Hop | null {
  if (!row || row.type === 'aside') return null
  return row.type === 'exchange' ? row.root : row.hop
}
