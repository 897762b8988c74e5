import { expect, test } from 'vitest'
import { runInLanes } from './run-in-lanes.mjs'

interface Timed {
  readonly name: string
  readonly isBeside: boolean
}

/** Runs the suites by hand: `end` ends one, `log` is what began and ended, in order. */
function startByHand(suites: readonly Timed[]) {
  const log: string[] = []
  const ends = new Map<string, () => void>()
  const all = runInLanes(suites, async ({ name }, isSecond) => {
    log.push(isSecond ? `${name} begins, second` : `${name} begins`)
    await new Promise<void>((resolve) => ends.set(name, resolve))
    log.push(`${name} ends`)
    return name.toUpperCase()
  })
  const end = async (name: string) => {
    await expect.poll(() => ends.has(name)).toBe(true)
    ends.get(name)?.()
    await expect.poll(() => log.includes(`${name} ends`)).toBe(true)
  }
  return { all, log, end }
}

const alone = (name: string): Timed => ({ name, isBeside: false })
const beside = (name: string): Timed => ({ name, isBeside: true })

test('two at a time where both allow it, and nothing beside one that does not', async () => {
  const suites = [alone('a'), beside('long'), beside('b'), beside('c'), alone('d')]
  const { all, log, end } = startByHand(suites)
  for (const name of ['a', 'b', 'c', 'long', 'd']) await end(name)
  expect(await all).toEqual(['A', 'LONG', 'B', 'C', 'D'])
  expect(log).toEqual([
    'a begins',
    'a ends',
    'long begins',
    'b begins, second',
    'b ends',
    'c begins, second',
    'c ends',
    'long ends',
    'd begins',
    'd ends',
  ])
})

test('one that fails to run at all is told, not swallowed', async () => {
  const broken = runInLanes([beside('a')], () => Promise.reject(new Error('no such command')))
  await expect(broken).rejects.toThrow('no such command')
})
