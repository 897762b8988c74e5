import type { PyodideInterface } from 'pyodide'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { installRunawayGuard } from './runaway-guard.ts'

const LIMIT = 20

/** A Pyodide that only reads its interrupt buffer. */
function install() {
  let buffer: ArrayLike<number> = []
  const pyodide: Pick<PyodideInterface, 'setInterruptBuffer'> = {
    setInterruptBuffer: (given) => void (buffer = given),
  }
  const guard = installRunawayGuard(pyodide, LIMIT)
  return { guard, read: () => buffer[0] }
}

// A clock of its own: a busy machine must not decide what these tests say.
let now = 0
beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})
afterEach(() => vi.restoreAllMocks())

function busy(milliseconds: number): void {
  now += milliseconds
}

it('asks for SIGINT once the limit is passed, and again only after another', () => {
  const { guard, read } = install()
  guard.start()
  expect(read()).toBe(0)
  busy(LIMIT + 5)
  expect(read()).toBe(2)
  expect(read()).toBe(0)
})

it('begins anew when Python gave way', async () => {
  const { guard, read } = install()
  guard.start()
  read()
  busy(LIMIT - 5)
  await Promise.resolve()
  read()
  busy(LIMIT - 5)
  expect(read()).toBe(0)
})

it('does not count what must not be counted', () => {
  const { guard, read } = install()
  guard.start()
  read()
  guard.uncounted(() => {
    busy(LIMIT * 2)
    expect(read()).toBe(0)
  })
  expect(read()).toBe(0)
})

it('lets everything pass before it is started', () => {
  const { read } = install()
  read()
  busy(LIMIT + 5)
  expect(read()).toBe(0)
})
