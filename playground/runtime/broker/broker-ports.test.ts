// The broker behind real ports: parts that start late, are replaced or die, and what each port may say.
import { afterEach, describe, expect, test } from 'vitest'
import type { Hop } from '../wire/hop.ts'
import type { BrokerOffer, NoOffer, SqlHopMessage } from '../wire/message.ts'
import { openPort, type Port } from '../wire/port.ts'
import {
  answerOver,
  askOver,
  createWireRequest,
  type Answerer,
  type OpenRequest,
  type WireRequest,
} from '../wire/request-port.ts'
import { createBrokerPorts } from './broker-ports.ts'
import { navigate, pageFetch, readText, respond, rest, until } from './fixtures/network.ts'

const NEXT = 'http://localhost:3000'
const FASTAPI = 'http://localhost:8000'
const stops: (() => void)[] = []

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function channel(): MessageChannel {
  const made = new MessageChannel()
  stops.push(
    () => made.port1.close(),
    () => made.port2.close(),
  )
  return made
}

function start(deadline = 2000, startDeadline = 60_000) {
  const outside = async () => respond(200, 'outside')
  const ports = createBrokerPorts({ outside, deadline, startDeadline })

  /** Joins a part that answers by `answer`; gives the part's own end of the port. */
  const join = (peer: 'kernel' | 'backend', answer: Answerer): MessagePort => {
    const { port1, port2 } = channel()
    port2.onmessage = (event: MessageEvent<OpenRequest>) => {
      void answerOver(event.ports[0]!, event.data.head, answer)
    }
    ports.take({ type: 'connect', peer, port: port1 }, [])
    return port2
  }

  const joinSite = () => {
    const { port1, port2 } = channel()
    const site: Port<BrokerOffer, NoOffer> = openPort<BrokerOffer, NoOffer>(port2, {})
    ports.take({ type: 'connect', peer: 'site', port: port1 }, [])
    return { site, port: port2 }
  }

  /** As host.html passes a request on: posted to the worker's own scope. */
  const ask = (request: WireRequest) =>
    askOver(
      {
        postMessage(message, [port]) {
          const open = message as OpenRequest
          if (port instanceof MessagePort) ports.take(structuredClone(open), [port])
        },
      },
      request,
    )
  return { ...ports, join, joinSite, ask }
}

const options = { deadline: 2000, stage: 'test' }
const never = () => new Promise<never>(() => undefined)

describe('parts that come and go', () => {
  test('a request waits for a part that is starting', async () => {
    const { join, ask } = start()
    const answer = ask(pageFetch(`${NEXT}/`))
    join('kernel', async () => respond(200, 'here at last'))
    expect(await readText(await answer)).toBe('here at last')
  })

  test('a part that never starts is a 504 that names it', async () => {
    const { ask } = start(30)
    const response = await ask(navigate(`${NEXT}/`))
    expect(response.status).toBe(504)
    expect(await readText(response)).toContain('No answer from Next after')
  })

  test('while a part has been started and has answered nothing yet, more time is given', async () => {
    const { join, ask } = start(30)
    join('backend', async () => {
      await rest(100)
      return respond(200, 'booted')
    })
    const kernel: MessagePort = join('kernel', async ({ headers }) => {
      const inner = createWireRequest({ method: 'GET', url: `${FASTAPI}/`, headers })
      return respond(200, await readText(await askOver(kernel, inner)))
    })
    expect(await readText(await ask(pageFetch(`${NEXT}/`)))).toBe('booted')
    const slow = await ask(pageFetch(`${NEXT}/`))
    expect(slow.status).toBe(504)
  })

  test('a part that is starting does not get for ever', async () => {
    const { join, ask } = start(30, 90)
    join('kernel', never)
    expect(await readText(await ask(navigate(`${NEXT}/`)))).toMatch(
      /No answer from Next after \d+(\.\d)? s\. /,
    )
  })

  test('what is under way to a part that is replaced fails; what comes goes to the new one', async () => {
    const { join, ask } = start()
    let reached = false
    join('kernel', () => {
      reached = true
      return never()
    })
    const old = ask(navigate(`${NEXT}/`))
    await until(() => reached)
    join('kernel', async () => respond(200, 'new'))
    const response = await old
    expect(response.status).toBe(502)
    expect(await readText(response)).toContain('Next was ended before it answered.')
    expect(await readText(await ask(pageFetch(`${NEXT}/`)))).toBe('new')
  })

  test('a body under way from a part that is ended breaks off', async () => {
    const { join, ask, take } = start()
    join('kernel', async () => ({
      ...respond(200, null),
      body: new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new Uint8Array(3)),
      }),
    }))
    const { body } = await ask(pageFetch(`${NEXT}/`))
    const reader = body!.getReader()
    await reader.read()
    take({ type: 'disconnect', peer: 'kernel' }, [])
    await expect(reader.read()).rejects.toThrow('Next was ended')
  })

  test('after a disconnect requests wait for the next connect', async () => {
    const { join, ask, take } = start()
    join('backend', async () => respond(200, 'old', [['access-control-allow-origin', '*']]))
    take({ type: 'disconnect', peer: 'backend' }, [])
    const answer = ask(pageFetch(`${FASTAPI}/`))
    join('backend', async () => respond(200, 'new', [['access-control-allow-origin', '*']]))
    expect(await readText(await answer)).toBe('new')
  })

  test('an abort reaches the part', async () => {
    const { join, ask } = start()
    let signal: AbortSignal | null = null
    join('kernel', (request) => {
      signal = request.signal
      return never()
    })
    const leaving = new AbortController()
    const answer = ask(pageFetch(`${NEXT}/`, { signal: leaving.signal }))
    await until(() => signal !== null)
    leaving.abort(new Error('left'))
    await expect(answer).rejects.toThrow('left')
    await until(() => signal!.aborted)
  })
})

describe('what the ports may say', () => {
  test('Next asks FastAPI over its own port, FastAPI reports SQL, and the site hears of it all', async () => {
    const { join, joinSite, ask } = start()
    const { site } = joinSite()
    const hops: Hop[] = []
    site.on('hop', (hop) => hops.push(hop))
    const backend = join('backend', async ({ headers }) => {
      const [, traceparent = ''] = headers.find(([name]) => name === 'traceparent') ?? []
      const [, exchange = '', hop = ''] = traceparent.split('-')
      backend.postMessage({
        type: 'sql-hop',
        parent: { exchange, hop },
        hop: {
          startTime: 1,
          endTime: 2,
          code: null,
          'db.system.name': 'sqlite',
          'db.query.text': 'select 1',
          'db.query.parameters': [],
          'db.response.returned_rows': 1,
          'error.message': null,
        },
      } as unknown as SqlHopMessage)
      return respond(200, 'rows')
    })
    const kernel: MessagePort = join('kernel', async ({ headers }) => {
      const inner = createWireRequest({ method: 'GET', url: `${FASTAPI}/rows`, headers })
      return respond(200, await readText(await askOver(kernel, inner)))
    })
    expect(await readText(await ask(pageFetch(`${NEXT}/`)))).toBe('rows')
    const [exchange] = await site.call('trace', null, options)
    expect(exchange?.hops.map(({ to }) => to)).toEqual(['next', 'fastapi', 'sql'])
    expect(new Set(hops.map(({ exchange }) => exchange)).size).toBe(1)
  })

  test('the site asks without a browser context: the automation', async () => {
    const { join, joinSite } = start()
    join('kernel', async () =>
      respond(200, '<html><head></head></html>', [
        ['content-type', 'text/html'],
        ['set-cookie', 'a=1'],
      ]),
    )
    const { site, port } = joinSite()
    const response = await askOver(port, createWireRequest({ method: 'GET', url: `${NEXT}/` }))
    expect(response.headers).toContainEqual(['set-cookie', 'a=1'])
    expect(await readText(response)).not.toContain('guest')
    const jar = await site.call('jar', null, options)
    expect(jar.documentCookie).toBe('a=1')
  })

  test('a tab’s port opens requests of a page', async () => {
    const { join, joinSite } = start()
    join('kernel', async () =>
      respond(200, '<html><head></head></html>', [['content-type', 'text/html']]),
    )
    const { port } = joinSite()
    expect(await readText(await askOver(port, navigate(`${NEXT}/`)))).toContain('guest.js')
  })

  test('document.cookie, the jar and the trace are cleared by calls', async () => {
    const { join, joinSite, ask } = start()
    join('kernel', async () => respond(200, ''))
    const { site } = joinSite()
    const cookie = { line: 'a=1', url: `${NEXT}/` }
    expect(await site.call('writeDocumentCookie', cookie, options)).toBe('a=1')
    await site.call('clearJar', null, options)
    expect((await site.call('jar', null, options)).cookies).toEqual([])
    await ask(pageFetch(`${NEXT}/`))
    await site.call('clearTrace', null, options)
    expect(await site.call('trace', null, options)).toEqual([])
    expect(await site.call('ping', null, options)).toBeNull()
  })

  test('an upload of 1 MB and an answer of 1 MB pass through whole', async () => {
    const { join, ask } = start()
    join('kernel', async ({ body }) => ({
      ...respond(200, null),
      body: body instanceof Uint8Array ? null : body,
    }))
    const text = 'x'.repeat(1024 * 1024)
    const headers = [['content-type', 'text/plain']] as const
    const request = pageFetch(`${NEXT}/`, { method: 'POST', body: text, headers })
    expect((await readText(await ask(request))).length).toBe(text.length)
  })
})
