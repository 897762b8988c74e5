import { expect, test } from 'vitest'
import { formatTable } from './median.mjs'
import { soakCurves, soakRows } from './rows.mjs'

const soak = (end: number) => ({
  edits: [
    { after: 50, megabytes: 500 },
    { after: 500, megabytes: 900 },
    { after: 1000, megabytes: end },
  ],
  requests: [
    { after: 0, megabytes: 500 },
    { after: 10_000, megabytes: end },
  ],
  times: { first: [90], last: [95] },
})
const verdicts = (end: number) =>
  formatTable(soakRows(soak(end)))
    .split('\n')
    .filter((line) => line.includes('over its aim'))
    .map((line) => /after ([\d,]+ \w+)/.exec(line)?.[1])

test('a soak is over its aim when memory grew by more than a tenth, over edits or requests', () => {
  expect(verdicts(550)).toEqual([])
  expect(verdicts(551)).toEqual(['1,000 edits', '10,000 requests'])
})

test('the curve has every reading', () => {
  expect(soakCurves(soak(550))).toBe(
    'MB after edits: 50: 500, 500: 900, 1000: 550\nMB after requests: 0: 500, 10000: 550',
  )
})
