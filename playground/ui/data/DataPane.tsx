// The learner's tables as FastAPI has them: names with counts, and the first rows of one. Read again after each exchange
// that ran SQL.
import { RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { FailureError, toFailure } from '../../runtime/wire/failure.ts'
import type { TableView } from '../../runtime/wire/message.ts'
import { copy } from '../copy.ts'
import { IconButton } from '../controls/Button.tsx'
import { joinClasses } from '../controls/join-classes.ts'
import { useReadable, useSession, useStatus } from '../store/session-context.tsx'
import { TableGrid } from './TableGrid.tsx'
import styles from './data.module.css'

const READ_DELAY_MS = 150

type Reading =
  | { readonly type: 'before' }
  | { readonly type: 'read'; readonly tables: readonly TableView[] }
  | { readonly type: 'failed'; readonly message: string }

export function DataPane() {
  const { reading, read } = useTables()
  const [name, setName] = useState<string | null>(null)
  if (reading.type === 'before') return <p className={styles.empty}>{copy.data.before}</p>
  if (reading.type === 'failed') {
    return (
      <p className={styles.empty}>
        {copy.data.failed} {reading.message}
      </p>
    )
  }
  const { tables } = reading
  const table = tables.find((candidate) => candidate.name === name) ?? tables[0]
  if (!table) return <p className={styles.empty}>{copy.data.none}</p>
  return (
    <div className={styles.pane}>
      <nav className={styles.list} aria-label={copy.data.tables}>
        {tables.map((each) => (
          <button
            key={each.name}
            type="button"
            className={joinClasses(styles.table, each === table && styles.chosen)}
            aria-current={each === table}
            onClick={() => setName(each.name)}
          >
            <span>{each.name}</span>
            <span className={styles.count} title={copy.data.rowCount(each.rowCount)}>
              {each.rowCount}
            </span>
          </button>
        ))}
        <IconButton
          small
          className={styles.refresh}
          label={copy.data.refresh}
          icon={<RefreshCw aria-hidden />}
          onClick={read}
        />
      </nav>
      <TableGrid table={table} />
    </div>
  )
}

function useTables(): { reading: Reading; read: () => void } {
  const session = useSession()
  const engine = useStatus('engine')
  const exchanges = useReadable(session.exchanges)
  const [reading, setReading] = useState<Reading>({ type: 'before' })
  const [turn, setTurn] = useState(0)
  const statements = exchanges.reduce(
    (sum, { hops }) =>
      sum + hops.filter((hop) => hop.type === 'sql' && hop.endTime !== null).length,
    0,
  )
  useEffect(() => {
    if (engine !== 'running') return setReading({ type: 'before' })
    let gone = false
    const show = (next: Reading) => !gone && setReading(next)
    const timer = setTimeout(() => {
      session.tables().then(
        (tables) => show({ type: 'read', tables }),
        (cause: unknown) => show(toReading(cause)),
      )
    }, READ_DELAY_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [session, engine, statements, turn])
  return { reading, read: () => setTurn((before) => before + 1) }
}

function toReading(cause: unknown): Reading {
  if (cause instanceof FailureError && cause.failure.code === 'not-running')
    return { type: 'before' }
  return { type: 'failed', message: toFailure('tables', cause).message }
}
