import { expect, test } from 'vitest'
import { finalLine, summaryTable } from './summary.mjs'

const results = [
  {
    name: 'units',
    counts: { passed: 40, failed: 0, skipped: 0 },
    ms: 1234,
    note: null,
    failures: [],
  },
  {
    name: 'e2e',
    counts: { passed: 7, failed: 2, skipped: 1 },
    ms: 60_000,
    note: 'ended after 15 minutes, its limit',
    failures: [],
  },
]

test('the last line adds up every suite', () => {
  expect(finalLine(results)).toBe('47 passed, 2 failed')
})

test('the table has a row for each suite, with its note', () => {
  const [, units, e2e] = summaryTable(results).split('\n')
  expect(units).toMatch(/^units +40 +0 +0 +1\.2$/)
  expect(e2e).toMatch(/^e2e +7 +2 +1 +60\.0 ended after 15 minutes/)
})
