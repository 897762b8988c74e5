// Runs the same programs on Node itself and on our loop: Node is the reference.
import { afterAll, describe, expect, test, vi } from 'vitest'
import { createEventLoop, type EventLoop } from './event-loop.ts'

type Loop = Pick<EventLoop, 'nextTick' | 'setTimeout' | 'setImmediate'>
type Program = (loop: Loop, note: (line: string) => void) => void

const nodeLoop = {
  nextTick: (callback: () => unknown) => process.nextTick(callback),
  setTimeout: (callback: () => unknown, ms?: number) => setTimeout(callback, ms),
  setImmediate: (callback: () => unknown) => setImmediate(callback),
} as unknown as Loop // Node's timers are other classes with the same use

const reported: unknown[] = []
const ours = createEventLoop({
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout), // what setTimeout gave
  report: (cause) => void reported.push(cause),
})
afterAll(() => ours.stop())

const QUIET_MS = 40

/** Starts inside an immediate, so that the timers-or-immediates race of a program's start is none. */
async function orderOn(loop: Loop, program: Program): Promise<string[]> {
  const lines: string[] = []
  loop.setImmediate(() => program(loop, (line) => lines.push(line)))
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
  return lines
}

const programs: Readonly<Record<string, Program>> = {
  'ticks come before promises, promises before immediates': (loop, note) => {
    loop.setImmediate(() => note('immediate'))
    void Promise.resolve().then(() => note('promise'))
    loop.nextTick(() => note('tick'))
    note('sync')
  },
  'a tick that a promise schedules waits until all promises are done': (loop, note) => {
    void Promise.resolve()
      .then(() => loop.nextTick(() => note('tick')))
      .then(() => note('promise 2'))
      .then(() => note('promise 3'))
  },
  'ticks that ticks schedule run before promises': (loop, note) => {
    loop.nextTick(() => {
      note('tick 1')
      void Promise.resolve().then(() => note('promise'))
      loop.nextTick(() => note('tick 2'))
    })
  },
  'immediates that an immediate schedules come after the timers that are due by then': (
    loop,
    note,
  ) => {
    loop.setImmediate(() => {
      note('immediate 1')
      loop.setImmediate(() => note('immediate 2'))
      loop.setTimeout(() => note('timer'), 0)
      const due = performance.now() + 3
      while (performance.now() < due);
    })
    loop.setImmediate(() => note('same round'))
  },
  'promises run between two timers of one phase': (loop, note) => {
    for (const name of ['a', 'b']) {
      loop.setTimeout(() => {
        note(`timer ${name}`)
        void Promise.resolve().then(() => note(`promise ${name}`))
        loop.nextTick(() => note(`tick ${name}`))
      }, 0)
    }
  },
  'timers of one delay keep their order, shorter ones come first': (loop, note) => {
    loop.setTimeout(() => note('10 a'), 10)
    loop.setTimeout(() => note('3'), 3)
    loop.setTimeout(() => note('10 b'), 10)
  },
}

describe('the order is that of Node', () => {
  test.each(Object.entries(programs))('%s', async (_, program) => {
    expect(await orderOn(ours, program)).toEqual(await orderOn(nodeLoop, program))
  })
})

test('a cleared timer, by object or by number, does not run', async () => {
  const seen: string[] = []
  ours.clearTimeout(ours.setTimeout(() => seen.push('object'), 1))
  ours.clearTimeout(Number(ours.setTimeout(() => seen.push('number'), 5)))
  ours.clearImmediate(ours.setImmediate(() => seen.push('immediate')))
  ours.clearTimeout(undefined)
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
  expect(seen).toEqual([])
})

test('an interval repeats until it is cleared, also from within', async () => {
  let runs = 0
  const timer = ours.setInterval(() => {
    runs += 1
    if (runs === 3) ours.clearTimeout(timer)
  }, 1)
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
  expect(runs).toBe(3)
})

test('refresh starts the wait anew', async () => {
  const seen: number[] = []
  const start = performance.now()
  const timer = ours.setTimeout(() => seen.push(performance.now() - start), 15)
  setTimeout(() => timer.refresh(), 5)
  await vi.waitFor(() => expect(seen).toHaveLength(1))
  expect(seen[0]).toBeGreaterThan(18)
})

test('a callback that throws is reported and the next one runs', async () => {
  const seen: string[] = []
  ours.setImmediate(() => {
    throw new Error('no')
  })
  ours.setImmediate(() => seen.push('next'))
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
  expect(reported).toEqual([new Error('no')])
  expect(seen).toEqual(['next'])
})

test('timers carry the numeric _idleStart that Next compares', () => {
  const timer = ours.setTimeout(() => undefined, 0)
  expect(Number.isInteger(timer._idleStart)).toBe(true)
})

test('promisify finds the promise forms', async () => {
  const custom = Symbol.for('nodejs.util.promisify.custom')
  const wait: unknown = Reflect.get(ours.setTimeout, custom)
  const next: unknown = Reflect.get(ours.setImmediate, custom)
  if (typeof wait !== 'function' || typeof next !== 'function') throw new Error('not there')
  expect(await Promise.all([wait(1, 'timer'), next('immediate')])).toEqual(['timer', 'immediate'])
})
