// In a browser: IndexedDB keeps it.
import { expect, test } from 'vitest'
import { leaveForNextPage, takeFromLastPage } from './carried.ts'

const PAGE = '/play/'

test('what a page leaves is taken once, its database byte for byte', async () => {
  const database = new Uint8Array([83, 81, 76, 0, 255])
  await leaveForNextPage(PAGE, { database, isRunning: true })
  expect(await takeFromLastPage(PAGE)).toMatchObject({ database, isRunning: true })
  expect(await takeFromLastPage(PAGE)).toBeNull()
})

test('another page’s is nothing to this one, and does not wait for a later visit', async () => {
  await leaveForNextPage('/learn/01-two-servers/', { database: null, isRunning: true })
  expect(await takeFromLastPage(PAGE)).toBeNull()
  expect(await takeFromLastPage('/learn/01-two-servers/')).toBeNull()
})

test('the last page that left something is the one that counts', async () => {
  await leaveForNextPage(PAGE, { database: new Uint8Array([1]), isRunning: true })
  await leaveForNextPage(PAGE, { database: null, isRunning: false })
  expect(await takeFromLastPage(PAGE)).toMatchObject({ database: null, isRunning: false })
})
