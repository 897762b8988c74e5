import { expect, test } from 'vitest'
import { findRow, findStaleRows, readAcceptedRows } from './accepted.ts'

const page = (rows: string) =>
  `text\n\n## Differences that the parity run accepts\n\n| id | where | real servers | here | why |\n| --- | --- | --- | --- | --- |\n${rows}\n\n## After\n\n| a | \`b\` | c | d | e |\n`

const row = '| no-gzip | `*/*/*/header:vary` `production/hello/home/body` | a | b | c |'

test('a row accepts the differences that its patterns name, and no others', () => {
  const rows = readAcceptedRows(page(row))
  expect(rows.map(({ id }) => id)).toEqual(['no-gzip'])
  expect(findRow(rows, 'development/directory/list/header:vary')?.id).toBe('no-gzip')
  expect(findRow(rows, 'production/hello/home/body')?.id).toBe('no-gzip')
  expect(findRow(rows, 'development/hello/home/body')).toBeNull()
})

test('a star does not reach into the next part', () => {
  const rows = readAcceptedRows(page('| a | `*/hello/*/body` | b | c | d |'))
  expect(findRow(rows, 'production/directory/hello/body')).toBeNull()
})

test('a row that accepted nothing is stale for the apps that it names', () => {
  const rows = readAcceptedRows(page('| a | `*/hello/*/body` | b | c | d |'))
  expect(findStaleRows(rows, ['hello'], [])).toEqual(['a'])
  expect(findStaleRows(rows, ['hello'], ['production/hello/home/body'])).toEqual([])
  expect(findStaleRows(rows, ['conventions'], [])).toEqual([])
})

test.each([
  '| a | `x/y/z/body` | b | c |  |',
  '| a | everywhere | b | c | d |',
  '| a | `body` | b | c | d |',
])('a row that says too little is an error: %s', (wrong) => {
  expect(() => readAcceptedRows(page(wrong))).toThrow()
})

test('the page itself can be read', () => {
  expect(readAcceptedRows().map(({ id }) => id)).toEqual([
    ...new Set(readAcceptedRows().map(({ id }) => id)),
  ])
})
