import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { betweenMarks, PAGE, readRecorded, toTables } from './support-table.ts'

test('the table of the docs is the recorded one', () => {
  const page = readFileSync(PAGE, 'utf8')
  expect(betweenMarks(page).trim()).toBe(toTables(readRecorded()))
})
