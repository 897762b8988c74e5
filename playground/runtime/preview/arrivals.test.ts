import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createArrivals } from './arrivals.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('everyone who waits hears of the page, once', async () => {
  const arrivals = createArrivals()
  const both = Promise.all([arrivals.wait(1_000, '/'), arrivals.wait(1_000, '/')])
  arrivals.arrive()
  await both
  expect(vi.getTimerCount()).toBe(0)
})

test('a page that does not come is named, with the time it had', async () => {
  const waited = createArrivals().wait(60_000, '/other')
  vi.advanceTimersByTime(60_000)
  await expect(waited).rejects.toThrow('The preview did not open /other within 60 s.')
})

test('a page that comes late is nobody’s', async () => {
  const arrivals = createArrivals()
  const late = arrivals.wait(10, '/')
  vi.advanceTimersByTime(10)
  await expect(late).rejects.toThrow()
  arrivals.arrive()
  const next = arrivals.wait(10, '/next')
  vi.advanceTimersByTime(10)
  await expect(next).rejects.toThrow('/next')
})
