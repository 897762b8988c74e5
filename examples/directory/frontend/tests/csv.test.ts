import { expect, test } from 'vitest'
import { toCsv } from '@/lib/csv'
import type { Person } from '@/lib/person'

const ada: Person = {
  id: 1,
  name: 'Ada',
  email: 'ada@example.com',
  title: 'Designer',
  team: 'design',
  about: '',
  starred: false,
  createdAt: '',
}

test('commas, quotes and line breaks are quoted', () => {
  const csv = toCsv([{ ...ada, name: 'Osei, "Ada"' }])
  expect(csv).toBe('Name,E-mail,Title,Team\r\n"Osei, ""Ada""",ada@example.com,Designer,Design\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)'])(
  '%s is text to a spreadsheet, not a formula',
  (title) => {
    expect(toCsv([{ ...ada, title }])).toContain(`,'${title},`)
  },
)
