// The first rows of one table, with types and keys in the header.
import { KeyRound, Link2 } from 'lucide-react'
import type { SqlValue } from '../../runtime/wire/hop.ts'
import type { TableView } from '../../runtime/wire/message.ts'
import { copy, formatSize } from '../copy.ts'
import styles from './data.module.css'

export function TableGrid({ table }: { readonly table: TableView }) {
  return (
    <div className={styles.grid} tabIndex={0} role="region" aria-label={table.name}>
      <table className={styles.rows}>
        <caption className={styles.caption}>{table.name}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.name} scope="col">
                <span className={styles.columnName}>
                  {column.name}
                  {column.primaryKey && <KeyRound role="img" aria-label={copy.data.primaryKey} />}
                  {column.references !== null && (
                    <Link2 role="img" aria-label={copy.data.references(column.references)} />
                  )}
                </span>
                <span className={styles.type}>{column.type}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((value, column) => (
                <td key={column} className={value === null ? styles.nothing : undefined}>
                  {formatCell(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length === 0 && <p className={styles.empty}>{copy.data.noRows(table.name)}</p>}
      <p className={styles.foot}>
        {table.rows.length < table.rowCount &&
          `${copy.data.firstRows(table.rows.length, table.rowCount)} `}
        {copy.data.foot}
      </p>
    </div>
  )
}

function formatCell(value: SqlValue): string {
  if (value === null) return 'NULL'
  return value instanceof Uint8Array ? formatSize(value.byteLength) : String(value)
}
