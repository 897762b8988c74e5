// A statement and its parameters as people read them. No React.
import type { SqlHop, SqlValue } from '../../runtime/wire/hop.ts'
import { formatSize } from '../copy.ts'

/** Each clause on a line of its own; a statement with line breaks keeps them. */
export function breakSql(text: string): string {
  const trimmed = text.trim()
  if (trimmed.includes('\n')) return trimmed
  return trimmed.replace(
    /\s+(FROM|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT|VALUES|RETURNING|SET|(?:LEFT |INNER )?JOIN)\b/g,
    '\n$1',
  )
}

function formatSqlValue(value: SqlValue): string {
  if (value === null) return 'NULL'
  if (value instanceof Uint8Array) return `<${formatSize(value.byteLength)}>`
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}

/** `name: value`, one for each; numbered from 0 where they have no names. */
export function listParameters(hop: SqlHop): string[] {
  return Object.entries(hop['db.query.parameters']).map(
    ([name, value]) => `${name}: ${formatSqlValue(value)}`,
  )
}
