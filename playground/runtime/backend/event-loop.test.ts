import { expect, it, vi } from 'vitest'
import { createEventLoop } from './event-loop.ts'

it('begins work at once', () => {
  const run = vi.fn<() => number>(() => -1)
  createEventLoop(run).turn()
  expect(run).toHaveBeenCalledOnce()
})

it('comes back in a task of its own while there is more to do', async () => {
  const left = [0, 0, -1]
  const run = vi.fn<() => number>(() => left.shift() ?? -1)
  createEventLoop(run).turn()
  expect(run).toHaveBeenCalledTimes(1)
  await expect.poll(() => run.mock.calls.length).toBe(3)
})

it('waits for a timer of Python, and a turn in between plans anew', async () => {
  const left = [20, 5, -1]
  const run = vi.fn<() => number>(() => left.shift() ?? -1)
  const loop = createEventLoop(run)
  loop.turn()
  loop.turn()
  expect(run).toHaveBeenCalledTimes(2)
  await expect.poll(() => run.mock.calls.length).toBe(3)
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(run).toHaveBeenCalledTimes(3)
})

it('does nothing inside a turn: the turn that runs sees the new work', () => {
  const run = vi.fn<() => number>(() => {
    loop.turn()
    return -1
  })
  const loop = createEventLoop(run)
  loop.turn()
  expect(run).toHaveBeenCalledOnce()
})
