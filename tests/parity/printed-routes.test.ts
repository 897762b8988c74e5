import { expect, test } from 'vitest'
import { routesTable } from './printed-routes.ts'

test('the table is taken from between what else a build prints, without times', () => {
  const printed = `✓ Compiled successfully in 4s

Route (app)
┌ ○ /
└ ƒ /slow/[id] (1.2 s)


○  (Static)   prerendered as static content
`
  expect(routesTable(printed)).toBe(`Route (app)
┌ ○ /
└ ƒ /slow/[id]

○  (Static)   prerendered as static content`)
})

test('without a table there is none', () => {
  expect(routesTable('Failed to compile.')).toBe('')
})
