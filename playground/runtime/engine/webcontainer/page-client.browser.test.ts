// In a browser, with a guest and a router of the test's own in place of the preview's.
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { ContainerToPage, PageToContainer } from './page-messages.ts'

const listeners = new Set<(message: ContainerToPage) => void>()
const told: PageToContainer[] = []
const tell = (message: ContainerToPage) => {
  for (const listener of listeners) listener(message)
}

beforeAll(async () => {
  Reflect.set(globalThis, '__bothEnds', {
    page: 'page',
    onKernelMessage: (listener: (message: ContainerToPage) => void) => listeners.add(listener),
    toKernel: (message: PageToContainer) => told.push(message),
  })
  await import('./page-client.ts')
})

beforeEach(() => {
  told.length = 0
  Reflect.deleteProperty(globalThis, 'nd')
})

/** As Next's client opens it; what it hears is in `heard`. */
async function openNextsSocket() {
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/_next/webpack-hmr?id=1`)
  const heard: string[] = []
  socket.onmessage = ({ data }) => void heard.push(String(data))
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  const opened = told.find(({ type }) => type === 'open')
  if (!opened) throw new Error('It opened without a word to the container.')
  return { socket, heard, id: opened.socket }
}

/** What Next sets when React has taken the page over. */
function takePageOver() {
  const refresh = vi.fn<() => void>()
  Reflect.set(globalThis, 'nd', { router: { refresh } })
  return refresh
}

test('the development socket leads to the container, and no other does', async () => {
  const { socket, heard, id } = await openNextsSocket()
  expect(told).toEqual([{ type: 'open', socket: id, path: '/_next/webpack-hmr?id=1' }])
  socket.send('hello')
  expect(told.at(-1)).toEqual({ type: 'say', socket: id, text: 'hello' })
  tell({ type: 'said', socket: id, said: '{"type":"sync"}' })
  expect(heard).toEqual(['{"type":"sync"}'])
  const other = new WebSocket('ws://localhost:9/_next/other')
  expect(other.url).toBe('ws://localhost:9/_next/other')
  expect(told).toHaveLength(2)
  other.close()
})

test('a refresh waits until React has taken the page over', async () => {
  const { id } = await openNextsSocket()
  tell({ type: 'refresh', socket: id })
  const refresh = takePageOver()
  expect(refresh).not.toHaveBeenCalled()
  await expect.poll(() => refresh.mock.calls.length).toBe(1)
})

test('a change of the server waits too, and what asks no router does not', async () => {
  const { heard, id } = await openNextsSocket()
  tell({ type: 'said', socket: id, said: '{"type":"serverComponentChanges","hash":"a"}' })
  tell({ type: 'said', socket: id, said: '{"type":"building"}' })
  expect(heard).toEqual(['{"type":"building"}'])
  takePageOver()
  await expect.poll(() => heard).toHaveLength(2)
})
