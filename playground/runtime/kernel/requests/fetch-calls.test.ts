import { afterEach, expect, test, vi } from 'vitest'
import { currentFetchCall, noteFetchCalls, tellPlaceLater, type FetchCall } from './fetch-calls.ts'

const native = globalThis.fetch

afterEach(() => {
  vi.useRealTimers()
  Object.defineProperty(globalThis, 'fetch', { configurable: true, writable: true, value: native })
})

function noteInto(seen: (FetchCall | null)[]): void {
  globalThis.fetch = async () => {
    seen.push(currentFetchCall())
    return new Response()
  }
  noteFetchCalls()
}

test('a call is one call, however often fetch was replaced, and knows who made it', async () => {
  const seen: (FetchCall | null)[] = []
  noteInto(seen)
  const before = globalThis.fetch
  globalThis.fetch = Object.assign(async () => before('http://a.test/'), { mark: 1 })
  expect(Reflect.get(globalThis.fetch, 'mark')).toBe(1)
  await (async function theLearnersPage() {
    await fetch('http://a.test/')
  })()
  await fetch('http://a.test/')
  const [first, second] = seen
  expect(seen).toHaveLength(2)
  expect(second?.number).toBe((first?.number ?? 0) + 1)
  expect(first?.error.stack).toContain('theLearnersPage')
  expect(currentFetchCall()).toBeNull()
})

test('the line is told when it is known, and nothing when there is none', async () => {
  vi.useFakeTimers()
  const told: unknown[] = []
  const code = { file: 'frontend/app/page.tsx', line: 2, column: 3 }
  const places = [code, null]
  const host = {
    locate: async () => places.shift() ?? null,
    tell: (...said: unknown[]) => void told.push(said),
  }
  for (const number of [7, 8]) tellPlaceLater({ number, error: new Error('called') }, host)
  await vi.runAllTimersAsync()
  expect(told).toEqual([[7, code]])
})
