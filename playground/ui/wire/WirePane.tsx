// The wire: every exchange, newest first, down to its SQL. List and detail side by side where there is room; else the
// detail covers the list.
import { lazy, Suspense, useMemo } from 'react'
import { countExchanges } from '../../session/exchanges.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useElementWidth } from '../layout/use-element-width.ts'
import { useReadable, useSession, useWire, useWireStore } from '../store/session-context.tsx'
import { filterExchanges } from './filter.ts'
import { toRows } from './rows.ts'
import { WireFilters } from './WireFilters.tsx'
import { WireGrid } from './WireGrid.tsx'
import styles from './wire.module.css'

const HopDetail = lazy(async () => ({ default: (await import('./HopDetail.tsx')).HopDetail }))
const Comparison = lazy(async () => ({ default: (await import('./Comparison.tsx')).Comparison }))

const SIDE_BY_SIDE = 760

export function WirePane() {
  const [ref, width] = useElementWidth()
  const session = useSession()
  const all = useReadable(session.exchanges)
  const filter = useWire((state) => state.filter)
  const opened = useWire((state) => state.opened)
  const chosen = useWire((state) => state.row)
  const isDetailOpen = useWire((state) => state.isDetailOpen)
  const pausedWith = useWire((state) => state.pausedWith)
  const listed = useMemo(
    () => (pausedWith === null ? all : all.filter(({ id }) => pausedWith.has(id))),
    [all, pausedWith],
  )
  const shown = useMemo(() => filterExchanges(listed, filter), [listed, filter])
  const rows = useMemo(() => toRows(shown, opened), [shown, opened])
  const row = rows.find(({ id }) => id === chosen) ?? null
  const comparedId = useWire((state) => state.compared)
  const compared = all.find(({ id }) => id === comparedId) ?? null
  const sideBySide = width >= SIDE_BY_SIDE
  const covers = !sideBySide && isDetailOpen && row !== null
  return (
    <div className={styles.pane} ref={ref}>
      {!covers && (
        <WireFilters
          hidden={shown.length === 0 ? 0 : countExchanges(listed) - countExchanges(shown)}
        />
      )}
      {pausedWith !== null && <PausedLine waiting={countExchanges(all) - countExchanges(listed)} />}
      {listed.length === 0 ? (
        <p className={styles.empty}>{copy.wire.empty}</p>
      ) : (
        <div className={sideBySide ? styles.both : styles.one}>
          {!covers &&
            (shown.length === 0 ? (
              <AllHidden count={countExchanges(listed)} />
            ) : (
              <WireGrid rows={rows} />
            ))}
          {(covers || sideBySide) && (
            <Suspense fallback={null}>
              {compared && row && row.exchange.id !== compared.id ? (
                <Comparison first={compared} second={row.exchange} canGoBack={covers} />
              ) : (
                <HopDetail row={row} canGoBack={covers} />
              )}
            </Suspense>
          )}
        </div>
      )}
    </div>
  )
}

function PausedLine({ waiting }: { readonly waiting: number }) {
  const store = useWireStore()
  return (
    <p className={styles.paused} role="status">
      {copy.wire.paused(waiting)}{' '}
      <Button look="link" onClick={store.resume}>
        {copy.wire.resume}
      </Button>
    </p>
  )
}

function AllHidden({ count }: { readonly count: number }) {
  const store = useWireStore()
  return (
    <p className={styles.empty}>
      {copy.wire.hidden(count)}{' '}
      <Button look="link" onClick={store.showAll}>
        {copy.wire.showAll}
      </Button>
    </p>
  )
}
