// One statement: its text, its parameters apart, and what came back.
import type { SqlHop, SqlValue } from '../../runtime/wire/hop.ts'
import { copy, formatMs, formatSize } from '../copy.ts'
import { durationOf } from './places.ts'
import styles from './wire.module.css'

export function SqlSections({ hop }: { readonly hop: SqlHop }) {
  const parameters = Object.entries(hop['db.query.parameters'])
  const ms = durationOf(hop)
  return (
    <>
      {hop['error.message'] !== null && <p className={styles.trouble}>{hop['error.message']}</p>}
      <p className={styles.label}>{copy.wire.statement}</p>
      <pre className={styles.statement}>{breakSql(hop['db.query.text'])}</pre>
      <dl className={styles.fields}>
        <div className={styles.field}>
          <dt>{copy.wire.parameters}</dt>
          <dd>
            {parameters.length === 0
              ? copy.wire.none
              : parameters.map(([name, value]) => `${name}: ${formatSqlValue(value)}`).join('\n')}
          </dd>
        </div>
        <div className={styles.field}>
          <dt>{copy.wire.rows}</dt>
          <dd>{hop['db.response.returned_rows'] ?? copy.wire.none}</dd>
        </div>
        <div className={styles.field}>
          <dt>{copy.wire.time}</dt>
          <dd>{ms === null ? copy.wire.pending : formatMs(ms)}</dd>
        </div>
      </dl>
    </>
  )
}

/** Each clause on a line of its own; a statement with line breaks keeps them. */
export function breakSql(text: string): string {
  const trimmed = text.trim()
  if (trimmed.includes('\n')) return trimmed
  return trimmed.replace(
    /\s+(FROM|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT|VALUES|RETURNING|SET|(?:LEFT |INNER )?JOIN)\b/g,
    '\n$1',
  )
}

export function formatSqlValue(value: SqlValue): string {
  if (value === null) return 'NULL'
  if (value instanceof Uint8Array) return `<${formatSize(value.byteLength)}>`
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}
