import { expect, test } from 'vitest'
import { createMovableClock } from './movable-clock.ts'

test('the clock is ahead by what was said last, and right again at 0', () => {
  const clock = { now: () => 1_000 }
  const setAhead = createMovableClock(clock)
  setAhead(60_000)
  setAhead(90_000)
  expect(clock.now()).toBe(91_000)
  setAhead(0)
  expect(clock.now()).toBe(1_000)
})
