import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { waitUntil } from './wait-until.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** How long a wait for the text `there` takes, and what it ends with. */
async function wait(
  look: (elapsed: number) => string,
  {
    isBusy = () => false,
    after = 1_500,
  }: { isBusy?: (elapsed: number) => boolean; after?: number } = {},
): Promise<{ readonly seen: string; readonly ms: number }> {
  const start = performance.now()
  const elapsed = () => performance.now() - start
  const waiting = waitUntil(
    async () => look(elapsed()),
    (text) => text === 'there',
    { rest: { after, isBusy: async () => isBusy(elapsed()) } },
  ).then((seen) => ({ seen, ms: elapsed() }))
  await vi.advanceTimersByTimeAsync(10_000)
  return waiting
}

test('what is there ends the wait at once', async () => {
  expect(await wait(() => 'there')).toEqual({ seen: 'there', ms: 0 })
})

test('what comes late is waited for while something crosses the wire', async () => {
  const found = await wait((elapsed) => (elapsed < 5_000 ? 'loading' : 'there'), {
    isBusy: (elapsed) => elapsed < 5_000,
  })
  expect(found.seen).toBe('there')
})

test('a page at rest is not waited for', async () => {
  const { seen, ms } = await wait(() => 'wrong')
  expect(seen).toBe('wrong')
  expect(ms).toBeGreaterThanOrEqual(1_500)
  expect(ms).toBeLessThan(1_700)
})

test('a change begins the rest anew', async () => {
  const { seen, ms } = await wait((elapsed) => (elapsed < 1_000 ? 'one' : 'two'))
  expect(seen).toBe('two')
  expect(ms).toBeGreaterThanOrEqual(2_500)
})

test('a page that never rests is waited for six seconds', async () => {
  let count = 0
  const { ms } = await wait(() => String(count++))
  expect(ms).toBeGreaterThan(6_000)
  expect(ms).toBeLessThan(6_200)
})

test('a wire that never rests does not lengthen the wait', async () => {
  expect((await wait(() => 'wrong', { isBusy: () => true })).ms).toBeLessThan(6_200)
})

test('what cannot change is looked at once', async () => {
  expect((await wait(() => 'wrong', { after: 0 })).ms).toBe(0)
})

test('a page that is being left is no page at rest', async () => {
  const start = performance.now()
  const waiting = waitUntil<string>(
    async () => {
      if (performance.now() - start < 3_000) throw new Error('The page was left.')
      return 'there'
    },
    (text) => text === 'there',
    { rest: { after: 100, isBusy: async () => false } },
  )
  await vi.advanceTimersByTimeAsync(4_000)
  expect(await waiting).toBe('there')
})
