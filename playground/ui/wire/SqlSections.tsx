// One statement: its text, its parameters apart, and what came back.
import type { SqlHop } from '../../runtime/wire/hop.ts'
import { copy, formatMs } from '../copy.ts'
import { durationOf } from './places.ts'
import { SqlPlan } from './SqlPlan.tsx'
import { breakSql, listParameters } from './sql-text.ts'
import styles from './wire.module.css'

export function SqlSections({ hop }: { readonly hop: SqlHop }) {
  const parameters = listParameters(hop)
  const ms = durationOf(hop)
  return (
    <>
      {hop['error.message'] !== null && <p className={styles.trouble}>{hop['error.message']}</p>}
      <p className={styles.label}>{copy.wire.statement}</p>
      <pre className={styles.statement}>{breakSql(hop['db.query.text'])}</pre>
      <dl className={styles.fields}>
        <div className={styles.field}>
          <dt>{copy.wire.parameters}</dt>
          <dd>{parameters.length === 0 ? copy.wire.none : parameters.join('\n')}</dd>
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
      <SqlPlan key={hop.id} hop={hop} />
    </>
  )
}
