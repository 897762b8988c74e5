import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setHeld, timeoutSignal } from './held-timeouts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  setHeld(false)
  vi.useRealTimers()
})

test('a signal aborts when its time is over, as Node’s does', () => {
  const signal = timeoutSignal(100)
  vi.advanceTimersByTime(99)
  expect(signal.aborted).toBe(false)
  vi.advanceTimersByTime(1)
  expect(signal.reason).toMatchObject({
    name: 'TimeoutError',
    message: 'The operation was aborted due to timeout',
  })
})

test('time that is held does not count, and what was left is left', () => {
  const signal = timeoutSignal(100)
  vi.advanceTimersByTime(40)
  setHeld(true)
  vi.advanceTimersByTime(5_000)
  setHeld(false)
  vi.advanceTimersByTime(59)
  expect(signal.aborted).toBe(false)
  vi.advanceTimersByTime(100)
  expect(signal.aborted).toBe(true)
})
