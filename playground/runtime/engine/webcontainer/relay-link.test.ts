import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createWireRequest, readBody, type WireRequest } from '../../wire/request-port.ts'
import { createFrameReader, formatFrame } from './frames.ts'
import { createRelayLink } from './relay-link.ts'

const RELAY = join(import.meta.dirname, 'container/relay.cjs')
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

function listen(server: ReturnType<typeof createServer>): Promise<number> {
  ends.push(() => server.close())
  return new Promise((resolve) =>
    server.listen(0, 'localhost', () => resolve((server.address() as AddressInfo).port)),
  )
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The relay as a process, with a terminal's habits: an echo of what is typed, and its line ends. */
async function startRelay(nextPort: number, answer: (request: WireRequest) => Promise<string>) {
  const port = await freePort()
  const relay = spawn(process.execPath, [RELAY, String(nextPort), String(port)])
  ends.push(() => relay.kill())
  const link = createRelayLink({
    send(frame) {
      relay.stdout.emit('data', formatFrame(frame).replace('\n', '\r\n'))
      relay.stdin.write(formatFrame(frame))
    },
    async answer(request) {
      const body = new Response(await answer(request)).body
      return { status: 200, statusText: 'OK', headers: [['x-from', 'broker']], body }
    },
  })
  relay.stdout.setEncoding('utf8')
  await new Promise<void>((resolve) => {
    const read = createFrameReader(
      (frame) => {
        if (frame.type === 'ready') resolve()
        else if (
          frame.type !== 'socket' &&
          frame.type !== 'say' &&
          frame.type !== 'said' &&
          frame.type !== 'socket-end'
        )
          link.take(frame)
      },
      () => undefined,
    )
    relay.stdout.on('data', (piece: string) => read(piece.replace(/(?<!\r)\n/g, '\r\n')))
  })
  return { link, port }
}

describe('a request to next dev, over the relay', () => {
  test('arrives with its headers and body, and its answer comes back whole', async () => {
    const seen: unknown[] = []
    const large = 'x'.repeat(300_000)
    const next = createServer((request, response) => {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        seen.push([
          request.method,
          request.url,
          request.headers.host,
          Buffer.concat(pieces).toString(),
        ])
        response.setHeader('set-cookie', ['a=1', 'b=2'])
        response.writeHead(201, 'Made').end(large)
      })
    })
    const { link } = await startRelay(await listen(next), async () => '')
    const answer = await link.ask(
      createWireRequest({
        method: 'POST',
        url: 'http://localhost:3000/people?page=2',
        headers: [
          ['host', 'localhost:3000'],
          ['content-type', 'text/plain'],
          ['content-length', '5'],
        ],
        body: new TextEncoder().encode('hello'),
      }),
    )
    expect(answer).toMatchObject({ status: 201, statusText: 'Made' })
    expect(answer.headers.filter(([name]) => name === 'set-cookie')).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
    expect(text(await readBody(answer.body))).toBe(large)
    expect(seen).toEqual([['POST', '/people?page=2', 'localhost:3000', 'hello']])
  })

  test('fails with a sentence when nobody listens there', async () => {
    const { link } = await startRelay(await freePort(), async () => '')
    const asked = link.ask(createWireRequest({ method: 'GET', url: 'http://localhost:3000/' }))
    await expect(asked).rejects.toThrow('Next.js did not answer')
  })
})

describe('a request of the app inside the container', () => {
  test('is the broker’s to answer', async () => {
    const seen: string[] = []
    const { port } = await startRelay(await freePort(), async ({ method, url, body, headers }) => {
      seen.push(
        `${method} ${new URL(url).pathname} ${text(await readBody(body))} ${String(headers.find(([name]) => name === 'traceparent')?.[1])}`,
      )
      return '[]'
    })
    const answer = await fetch(`http://localhost:${String(port)}/api/people`, {
      method: 'POST',
      body: 'one',
      headers: { traceparent: '00-1' },
    })
    expect([answer.headers.get('x-from'), await answer.text()]).toEqual(['broker', '[]'])
    expect(seen).toEqual(['POST /api/people one 00-1'])
  })
})
