import type { PyodideInterface } from 'pyodide'
import { expect, it } from 'vitest'
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

function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
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
