// SQLite's plan of a statement (https://www.sqlite.org/eqp.html). No React.
import type { SqlHop } from '../../runtime/wire/hop.ts'
import type { PlaygroundSession } from '../../session/session.ts'

export interface PlanLine {
  readonly id: number
  /** 0 at the top. */
  readonly depth: number
  readonly text: string
}

/** A transaction's begin and end have no plan, and no other database is here to be asked. */
export function canExplain(hop: SqlHop): boolean {
  return (
    hop['db.system.name'] === 'sqlite' &&
    hop['error.message'] === null &&
    /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/i.test(hop['db.query.text'])
  )
}

/** The statement does not run. Rejects with the database's own words. */
export async function explainStatement(
  session: Pick<PlaygroundSession, 'query'>,
  hop: SqlHop,
): Promise<PlanLine[]> {
  const parameters = Object.values(hop['db.query.parameters'])
  const { rows } = await session.query(`EXPLAIN QUERY PLAN ${hop['db.query.text']}`, parameters)
  const depths = new Map<number, number>()
  return rows.map(([id, parent, , text]) => {
    const depth = depths.has(Number(parent)) ? depths.get(Number(parent))! + 1 : 0
    depths.set(Number(id), depth)
    return { id: Number(id), depth, text: String(text) }
  })
}
