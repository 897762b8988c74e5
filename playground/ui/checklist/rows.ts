// The rows of content/docs/checklist.mdx, by their ids: the page has the words, this has the checks.
import type { CheckDefinition } from '../../lessons/define-checks.ts'
import { answers, cors, database, passwords, refusals, tokens } from './checks/endpoints.ts'
import { actions, client, headers, server, typesOf } from './checks/pages.ts'

export interface ChecklistRow {
  readonly id: string
  readonly check: CheckDefinition
}

/** In the order of the page. */
export function createRows(files: readonly string[]): readonly ChecklistRow[] {
  const [types] = typesOf(files)
  const rows = {
    server,
    client,
    actions,
    database,
    tokens,
    cors,
    types,
    answers,
    refusals,
    passwords,
    headers,
  }
  return Object.entries(rows).flatMap(([id, check]) => (check ? [{ id, check }] : []))
}
