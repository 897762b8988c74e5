import { describe, expect, test } from 'vitest'
import { formatTable, median } from './median.mjs'

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected)
})

describe('the table', () => {
  const row = (fields: object) =>
    formatTable([{ what: 'an edit', ours: [90], unit: 'ms', ...fields }]).split('\n')[2]

  test('says when a median is over its aim', () => {
    expect(row({ aim: 80 })).toBe('| an edit | 90 ms | 1 |  | ≤ 80 ms | over its aim |')
  })

  test('says when the real servers were faster in the same run', () => {
    expect(row({ reference: [50], referenceIs: 'next dev' })).toBe(
      '| an edit | 90 ms | 1 | 50 ms (next dev) |  | slower than the real one |',
    )
  })

  test('says nothing when all is well', () => {
    expect(row({ aim: 100, reference: [95] })).toMatch(/\| {2}\|$/)
  })
})
