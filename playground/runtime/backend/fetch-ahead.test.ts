import { afterEach, expect, test, vi } from 'vitest'
import { fetchAhead } from './fetch-ahead.ts'

afterEach(() => vi.unstubAllGlobals())

function stubFetch(answer: (address: string) => Promise<Response>) {
  const native = vi.fn<(input: RequestInfo | URL) => Promise<Response>>((input) =>
    answer(String(input)),
  )
  vi.stubGlobal('fetch', native)
  return native
}

test('each download begins at once and is handed out once', async () => {
  const native = stubFetch(async (address) => new Response(address))
  fetchAhead(['https://a/one', 'https://a/two'])
  expect(native).toHaveBeenCalledTimes(2)
  expect(await (await fetch('https://a/one')).text()).toBe('https://a/one')
  expect(native).toHaveBeenCalledTimes(2)
  await fetch('https://a/one')
  await fetch('https://a/three')
  expect(native).toHaveBeenCalledTimes(4)
})

test('after the last one, fetch is what it was', async () => {
  const native = stubFetch(async () => new Response())
  fetchAhead(['https://a/one'])
  await fetch(new URL('https://a/one'))
  expect(globalThis.fetch).toBe(native)
})

test('who asks for a download that failed hears of it', async () => {
  stubFetch(() => Promise.reject(new TypeError('no network')))
  fetchAhead(['https://a/one'])
  await Promise.resolve()
  await expect(fetch('https://a/one')).rejects.toThrow('no network')
})
