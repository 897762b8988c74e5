import { expect, test } from 'vitest'
import { readSearch, searchHref } from '@/lib/search'

test('an address without parameters is the first page of everybody', () => {
  expect(readSearch({})).toEqual({ q: '', team: null, page: 1 })
})

test.each([
  [{ page: '0' }, 1],
  [{ page: '-2' }, 1],
  [{ page: '1e3' }, 1],
  [{ page: ['2', '3'] }, 1],
  [{ page: '3' }, 3],
])('page %o is read as %i', (params, page) => {
  expect(readSearch(params).page).toBe(page)
})

test('an unknown team, and one that is only a property name, is no team', () => {
  expect(readSearch({ team: 'sales' }).team).toBeNull()
  expect(readSearch({ team: 'toString' }).team).toBeNull()
})

test('an address names only what differs from the usual, and is read back alike', () => {
  const search = { q: 'a&b', team: 'design', page: 2 } as const
  expect(searchHref({ q: '', team: null, page: 1 })).toBe('/')
  expect(searchHref(search)).toBe('/?q=a%26b&team=design&page=2')
  expect(readSearch(Object.fromEntries(new URLSearchParams(searchHref(search).slice(2))))).toEqual(
    search,
  )
})
