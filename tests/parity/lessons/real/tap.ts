// Stands before a real server and passes everything on, as the broker does in the playground: so a check can read which
// requests there were. Sockets (Next's Fast Refresh) go through unread.
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { parseTraceParent } from '../../../../playground/runtime/wire/hop.ts'
import type { Wire } from './wire.ts'

export interface Tap {
  readonly port: number
  stop(): Promise<void>
}

export interface TapOptions {
  readonly to: 'next' | 'fastapi'
  /** Where the server itself listens. */
  readonly port: number
  readonly wire: Wire
}

export async function startTap({ to, port, wire }: TapOptions): Promise<Tap> {
  const sockets = new Set<Socket | Duplex>()
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url: path = '/', headers } = incoming
    const named = parseTraceParent(headers['traceparent']?.toString() ?? null)
    const end = wire.begin({ to, method, path, exchange: named?.exchange })
    passOn(incoming, outgoing, { port, end })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('upgrade', (incoming, socket, head) => join(incoming, socket, { port, head }))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: toPort(server.address()),
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function toPort(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The tap has no port.')
  return address.port
}

interface PassedOn {
  readonly port: number
  readonly end: (status: number | null) => void
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse, { port, end }: PassedOn) {
  const { method, url, rawHeaders: headers } = incoming
  // A socket for each: a kept one would be the old server's after a restart.
  const further = request({
    agent: false,
    host: '127.0.0.1',
    port,
    method,
    path: url,
    headers,
    setHost: false,
  })
  further.on('response', (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders)
    answer.pipe(outgoing)
    answer.once('close', () => end(answer.statusCode ?? null))
  })
  further.on('error', () => {
    end(null)
    outgoing.destroy()
  })
  outgoing.once('close', () => further.destroy())
  incoming.pipe(further)
}

function join(
  { method, url, rawHeaders }: IncomingMessage,
  socket: Duplex,
  { port, head }: { readonly port: number; readonly head: Buffer },
): void {
  const further = connect(port, '127.0.0.1')
  const pairs = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1] ?? ''}`] : [],
  )
  further.write(`${method} ${url} HTTP/1.1\r\n${pairs.join('\r\n')}\r\n\r\n`)
  further.write(head)
  further.pipe(socket).pipe(further)
  for (const [one, other] of [
    [socket, further],
    [further, socket],
  ] as const)
    one.on('error', () => other.destroy())
}
