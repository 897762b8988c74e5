import { expect, test } from 'vitest'
import { diffLines } from '../../lessons/line-diff.ts'
import { createExchangeId, type Hop } from '../../runtime/wire/hop.ts'
import { recordAction, recordHttp, recordListPage, recordSql } from '../testing/recorded.ts'
import { toComparable } from './compare.ts'

function exchange(hops: readonly Hop[]) {
  const [root] = hops
  if (!root) throw new Error('nothing recorded')
  return { id: root.exchange, root: root.id, hops }
}

const dotted = { withSecrets: false }

test('the same page asked for twice is the same, whenever it was', () => {
  const [first, second] = [recordListPage(0), recordListPage(5000)].map(exchange)
  if (!first || !second) throw new Error('nothing recorded')
  expect(toComparable(first, dotted)).toBe(toComparable(second, dotted))
})

test('what differs is a line: the statement, its parameter, a header, the status', () => {
  const page = (status: number, id: number, value: string) => {
    const root = recordHttp(createExchangeId(), {
      kind: 'api',
      method: 'GET',
      url: 'http://localhost:8000/api/people',
      status,
      at: id,
      ms: 1,
      requestHeaders: [
        ['traceparent', `00-${String(id)}`],
        ['Accept', value],
      ],
    })
    const sql = recordSql(root, 'SELECT * FROM people WHERE id = ?', { at: id, ms: 1 })
    return exchange([root, { ...sql, 'db.query.parameters': [id] }])
  }
  const changed = diffLines(
    toComparable(page(200, 1, 'a'), dotted),
    toComparable(page(404, 2, 'b'), dotted),
  ).filter(({ kind }) => kind !== 'same')
  expect(changed.map(({ text }) => text.trim())).toEqual([
    '> accept: a',
    'answered 200',
    '> accept: b',
    'answered 404',
    '0: 1',
    '0: 2',
  ])
})

test('secrets are dots until they are shown', () => {
  const action = exchange(recordAction(0))
  expect(toComparable(action, dotted)).toContain('••••')
  expect(toComparable(action, { withSecrets: true })).not.toContain('••••')
})
