import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { askOverSocket } from '../../http-client.ts'
import { startTap } from './tap.ts'
import { createWire } from './wire.ts'

async function serve() {
  const server = createServer((incoming, outgoing) => {
    incoming.setEncoding('utf8')
    let body = ''
    incoming.on('data', (part: string) => (body += part))
    incoming.on('end', () => {
      outgoing.setHeader('Set-Cookie', ['a=1', 'b=2'])
      outgoing.writeHead(418).end(`${incoming.headers.host} said ${body}`)
    })
  })
  server.on('upgrade', (_incoming, socket) => {
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\nhello',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return { port: address.port, stop: () => server.closeAllConnections() ?? server.close() }
}

test('a request and its answer pass as they are, and are in the trace', async () => {
  const server = await serve()
  const wire = createWire()
  const tap = await startTap({ to: 'next', port: server.port, wire })
  const ask = { host: 'frontend', method: 'POST', path: '/a?b=1', body: 'tea' } as const
  const { status, headers, body } = await askOverSocket(tap.port, 'localhost:3000', ask)
  expect({ status, body }).toEqual({ status: 418, body: 'localhost:3000 said tea' })
  const cookies = headers.filter(([name]) => name.toLowerCase() === 'set-cookie')
  expect(cookies.map(([, value]) => value)).toEqual(['a=1', 'b=2'])
  const [exchange] = wire.trace()
  expect(exchange?.hops).toMatchObject([
    { 'url.full': 'http://localhost:3000/a?b=1', 'http.response.status_code': 418 },
  ])
  expect(exchange?.hops[0]?.endTime).not.toBeNull()
  await tap.stop()
  server.stop()
})

test('a socket passes too', async () => {
  const server = await serve()
  const tap = await startTap({ to: 'next', port: server.port, wire: createWire() })
  const socket = connect(tap.port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n')
  const seen = await new Promise<string>((resolve) => {
    let text = ''
    socket.on('data', (part: Buffer) => {
      text += part.toString()
      if (text.endsWith('hello')) resolve(text)
    })
  })
  expect(seen).toContain('101 Switching Protocols')
  socket.destroy()
  await tap.stop()
  server.stop()
})
