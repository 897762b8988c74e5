import { expect, test } from 'vitest'
import type { SqlHop } from '../../runtime/wire/hop.ts'
import { recordListPage } from '../testing/recorded.ts'
import { canExplain, explainStatement } from './sql-plan.ts'

const hop = recordListPage(0).find((one): one is SqlHop => one.type === 'sql')!

test('a plan is a tree by its parents', async () => {
  const asked: unknown[] = []
  const rows = [
    [4, 0, 0, 'CO-ROUTINE x'],
    [7, 4, 0, 'SCAN person'],
    [20, 0, 0, 'USE TEMP B-TREE FOR ORDER BY'],
  ]
  const query = async (...question: unknown[]) => {
    asked.push(question)
    return { columns: [], rows, truncated: false }
  }
  const statement = { ...hop, 'db.query.text': 'SELECT ?', 'db.query.parameters': [3] }
  const lines = await explainStatement({ query }, statement)
  expect(asked).toEqual([['EXPLAIN QUERY PLAN SELECT ?', [3]]])
  expect(lines.map(({ depth }) => depth)).toEqual([0, 1, 0])
})

test('a COMMIT, a statement that failed and another database have none', () => {
  expect(canExplain({ ...hop, 'db.query.text': 'select 1' })).toBe(true)
  expect(canExplain({ ...hop, 'db.query.text': 'COMMIT' })).toBe(false)
  expect(canExplain({ ...hop, 'error.message': 'no such table: nowhere' })).toBe(false)
  expect(canExplain({ ...hop, 'db.system.name': 'postgresql' })).toBe(false)
})
