import { beforeAll, beforeEach, expect, test } from 'vitest'
import { replaceDevSocket, type DevSocket } from './dev-socket.ts'

const sent: string[] = []
let dev: DevSocket

beforeAll(() => {
  dev = replaceDevSocket(
    (say) => say({ type: 'sync' }),
    (text) => sent.push(text),
  )
})
beforeEach(() => void (sent.length = 0))

async function connect() {
  const socket = new WebSocket('ws://localhost:3000/_next/hmr?id=1')
  const heard: unknown[] = []
  socket.onmessage = ({ data }) => heard.push(data)
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  return { socket, heard }
}

test('opens after its listeners are set, and is greeted', async () => {
  const { socket, heard } = await connect()
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(socket.readyState).toBe(WebSocket.OPEN)
  expect(heard).toEqual(['{"type":"sync"}'])
})

test('hears messages as JSON or as bytes until it is closed', async () => {
  const { socket, heard } = await connect()
  await new Promise((resolve) => setTimeout(resolve, 0))
  const bytes = new Uint8Array([1, 2]).buffer
  dev.say({ type: 'built' })
  dev.say(bytes)
  socket.close()
  dev.say({ type: 'late' })
  expect(heard.slice(1)).toEqual(['{"type":"built"}', bytes])
  expect(socket.readyState).toBe(WebSocket.CLOSED)
})

test('what it sends is passed on, but for the pings', async () => {
  const { socket } = await connect()
  socket.send('{"event":"client-success"}')
  socket.send('{"event":"ping","tree":[]}')
  expect(sent).toEqual(['{"event":"client-success"}'])
})

test('any other address is a real WebSocket', () => {
  const socket = new WebSocket('ws://127.0.0.1:9/chat')
  expect(socket.url).toBe('ws://127.0.0.1:9/chat')
  expect(Object.getPrototypeOf(socket)).toBe(WebSocket.prototype)
  socket.close()
})
