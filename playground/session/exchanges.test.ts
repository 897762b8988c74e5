import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createExchangeId } from '../runtime/wire/hop.ts'
import { recordHttp, recordListPage, recordStartUp } from '../ui/testing/recorded.ts'
import { countExchanges, createExchanges, EXCHANGE_LIMIT } from './exchanges.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const record = (status: number) =>
  recordHttp(createExchangeId(), {
    kind: 'page',
    method: 'GET',
    url: 'http://localhost:3000/',
    status,
    at: 0,
    ms: 1,
  })

test('the newest state of a hop takes the place of the one before', () => {
  const exchanges = createExchanges()
  const [page, ...rest] = recordListPage(0)
  if (!page) throw new Error('nothing recorded')
  exchanges.add({ ...page, endTime: null })
  for (const hop of rest) exchanges.add(hop)
  exchanges.add(page)
  vi.runAllTimers()
  expect(exchanges.get()).toHaveLength(1)
  expect(exchanges.get()[0]?.hops.map(({ endTime }) => endTime)).not.toContain(null)
})

test('a hop that came before its parent does not stay the root', () => {
  const exchanges = createExchanges()
  const hops = recordListPage(0)
  for (const hop of hops.toReversed()) exchanges.add(hop)
  vi.runAllTimers()
  expect(exchanges.get()[0]?.root).toBe(hops[0]?.id)
})

test('a burst of hops is one change', () => {
  const exchanges = createExchanges()
  const seen = vi.fn<() => void>()
  exchanges.subscribe(seen)
  for (const hop of recordListPage(0)) exchanges.add(hop)
  vi.runAllTimers()
  expect(seen).toHaveBeenCalledTimes(1)
})

test('hops that keep coming are drawn a few times a second', () => {
  const exchanges = createExchanges()
  const seen = vi.fn<() => void>()
  exchanges.subscribe(seen)
  for (let ms = 0; ms < 1000; ms += 10) {
    exchanges.add(record(200))
    vi.advanceTimersByTime(10)
  }
  vi.runAllTimers()
  expect(seen.mock.calls.length).toBeLessThan(12)
  expect(exchanges.get()).toHaveLength(100)
})

test('the oldest exchanges go, their numbers stay', () => {
  const exchanges = createExchanges()
  for (let turn = 0; turn < EXCHANGE_LIMIT + 5; turn += 1) exchanges.add(record(200))
  vi.runAllTimers()
  expect(exchanges.get()).toHaveLength(EXCHANGE_LIMIT)
  expect(exchanges.get()[0]?.number).toBe(EXCHANGE_LIMIT + 5)
  expect(exchanges.get().at(-1)?.number).toBe(6)
})

test('statements that no request caused have no number and are not counted', () => {
  const exchanges = createExchanges()
  const [first, second] = recordStartUp()
  for (const hop of [first, second]) exchanges.add(hop)
  for (const hop of recordListPage(0)) exchanges.add(hop)
  vi.runAllTimers()
  expect(exchanges.get().map(({ number }) => number)).toEqual([1, 0])
  expect(exchanges.get()[1]?.root).toBe(first.id)
  expect(countExchanges(exchanges.get())).toBe(1)
})
