import { describe, expect, test } from 'vitest'
import { CHUNK_LIMIT_BYTES, WINDOW_CHUNKS } from './chunks.ts'
import { createFailure, FailureError } from './failure.ts'
import {
  answerOver,
  askOver,
  createWireRequest,
  readBody,
  type Answerer,
  type MessageTarget,
  type OpenRequest,
  type WireResponse,
} from './request-port.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** A long-lived port pair with `answer` behind it, as the broker has one to the kernel. */
function openTo(answer: Answerer): MessageTarget {
  const { port1, port2 } = new MessageChannel()
  port2.onmessage = ({ data, ports }: MessageEvent<OpenRequest>) => {
    void answerOver(ports[0]!, data.head, answer)
  }
  return port1
}

function respond(body: WireResponse['body'], status = 200): WireResponse {
  return { status, statusText: '', headers: [], body }
}

function streamOf(...texts: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const text of texts) controller.enqueue(encoder.encode(text))
      controller.close()
    },
  })
}

/** A stream that gives chunks when read and counts them. */
function countingStream(chunkBytes: number, chunks = Infinity) {
  const seen = { given: 0, cancelled: null as unknown }
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (seen.given >= chunks) return controller.close()
        controller.enqueue(new Uint8Array(chunkBytes).fill(seen.given))
        seen.given += 1
      },
      cancel(reason) {
        seen.cancelled = reason
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, seen }
}

const get = { method: 'GET', url: 'http://localhost:3000/' }
const post = { method: 'POST', url: 'http://localhost:3000/' }

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 3000
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('It did not happen within 3 s.')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const rest = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a request over a port', () => {
  test('carries method, url, repeated headers and browser context as they are', async () => {
    let seen: unknown
    const target = openTo(async ({ method, url, headers, browser }) => {
      seen = { method, url, headers, browser }
      return {
        status: 201,
        statusText: 'Made',
        headers: [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ],
        body: null,
      }
    })
    const headers = [
      ['X', '1'],
      ['x', '2'],
    ] as const
    const response = await askOver(target, createWireRequest({ ...get, headers }))
    expect(seen).toEqual({ ...get, headers, browser: null })
    expect(response.status).toBe(201)
    expect(response.statusText).toBe('Made')
    expect(response.headers).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
    expect(response.body).toBeNull()
  })

  test('brings the answer chunk by chunk, the first before the last is made', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const target = openTo(async () =>
      respond(
        new ReadableStream({
          async start(controller) {
            controller.enqueue(encoder.encode('first'))
            await held
            controller.enqueue(encoder.encode('second'))
            controller.close()
          },
        }),
      ),
    )
    const { body } = await askOver(target, createWireRequest(get))
    const reader = body!.getReader()
    expect(decoder.decode((await reader.read()).value)).toBe('first')
    release()
    expect(decoder.decode((await reader.read()).value)).toBe('second')
    expect((await reader.read()).done).toBe(true)
  })

  test('echoes an upload of 5 MB without a changed byte', async () => {
    const sent = new Uint8Array(5 * 1024 * 1024)
    for (let index = 0; index < sent.length; index += 1) sent[index] = (index * 7) % 251
    const target = openTo(async ({ body }) => respond(body instanceof Uint8Array ? null : body))
    const { body } = await askOver(target, createWireRequest({ ...post, body: sent }))
    const got = await readBody(body)
    expect(got.length).toBe(sent.length)
    expect(got.every((value, index) => value === sent[index])).toBe(true)
    expect(sent.byteLength).toBe(5 * 1024 * 1024)
  })

  test('keeps a body that is not null but empty apart from no body', async () => {
    const target = openTo(async () => respond(streamOf()))
    const { body } = await askOver(target, createWireRequest(get))
    expect(body).not.toBeNull()
    expect((await readBody(body)).length).toBe(0)
  })

  test('carries a Response and a Request of the platform', async () => {
    const target = openTo(async (request) => {
      const text = decoder.decode(await readBody(request.body))
      return respond(new Response(`got ${text}`).body)
    })
    const { body } = await askOver(
      target,
      createWireRequest({ ...post, body: new Response('hello').body }),
    )
    expect(decoder.decode(await readBody(body))).toBe('got hello')
  })

  test('keeps many requests on one port apart', async () => {
    const target = openTo(async ({ url }) => {
      await rest(Math.random() * 20)
      return respond(streamOf(url))
    })
    const answers = Array.from({ length: 40 }, async (_, index) => {
      const url = `http://localhost:3000/${index}`
      const { body } = await askOver(target, createWireRequest({ method: 'GET', url }))
      return decoder.decode(await readBody(body)) === url
    })
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 40 }, () => true))
  })
})

describe('back-pressure', () => {
  test('a reader that waits stops the answering side after one window', async () => {
    const { stream, seen } = countingStream(1000)
    const { body } = await askOver(
      openTo(async () => respond(stream)),
      createWireRequest(get),
    )
    await until(() => seen.given > WINDOW_CHUNKS - 1)
    await rest()
    expect(seen.given).toBeLessThanOrEqual(WINDOW_CHUNKS + 1)
    const reader = body!.getReader()
    for (let index = 0; index < 100; index += 1) await reader.read()
    expect(seen.given).toBeGreaterThanOrEqual(100)
    expect(seen.given).toBeLessThanOrEqual(100 + 2 * WINDOW_CHUNKS)
    await reader.cancel()
  })

  test('an answerer that does not read stops the upload after one window', async () => {
    const { stream, seen } = countingStream(1000)
    let finish: (response: WireResponse) => void = () => undefined
    const target = openTo(() => new Promise((resolve) => (finish = resolve)))
    const answer = askOver(target, createWireRequest({ ...post, body: stream }))
    await until(() => seen.given > WINDOW_CHUNKS - 1)
    await rest()
    expect(seen.given).toBeLessThanOrEqual(WINDOW_CHUNKS + 1)
    finish(respond(null, 413))
    expect((await answer).status).toBe(413)
    await until(() => seen.cancelled !== null)
  })

  test('a huge chunk is cut into pieces of 64 KiB', async () => {
    const huge = new Uint8Array(CHUNK_LIMIT_BYTES * 2 + 10)
    const target = openTo(async () => respond(new Response(huge).body))
    const { body } = await askOver(target, createWireRequest(get))
    const reader = body!.getReader()
    const sizes: number[] = []
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      sizes.push(value.byteLength)
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(CHUNK_LIMIT_BYTES)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(huge.byteLength)
  })
})

describe('aborts and cuts', () => {
  test('an abort before the head reaches the answerer and rejects with the reason', async () => {
    const asker = new AbortController()
    let answererSignal: AbortSignal | null = null
    const target = openTo(({ signal }) => {
      answererSignal = signal
      return new Promise(() => undefined)
    })
    const answer = askOver(target, createWireRequest({ ...get, signal: asker.signal }))
    await until(() => answererSignal !== null)
    const reason = new Error('changed my mind')
    asker.abort(reason)
    await expect(answer).rejects.toBe(reason)
    await until(() => answererSignal!.aborted)
  })

  test('a signal that was aborted before opens nothing', async () => {
    let opened = false
    const target = openTo(async () => {
      opened = true
      return respond(null)
    })
    const signal = AbortSignal.abort(new Error('too late'))
    await expect(askOver(target, createWireRequest({ ...get, signal }))).rejects.toThrow('too late')
    await rest()
    expect(opened).toBe(false)
  })

  test('an abort in the middle errors the body and cancels the source, even an idle one', async () => {
    const asker = new AbortController()
    let cancelled: unknown = null
    const idle = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode('event')),
      cancel: (reason) => void (cancelled = reason),
    })
    const { body } = await askOver(
      openTo(async () => respond(idle)),
      createWireRequest({ ...get, signal: asker.signal }),
    )
    const reader = body!.getReader()
    await reader.read()
    asker.abort(new Error('left'))
    await expect(reader.read()).rejects.toThrow('left')
    await until(() => cancelled !== null)
  })

  test('a cancelled body cancels the source and aborts the answerer', async () => {
    let cancelled: unknown = null
    let signal: AbortSignal | null = null
    const idle = new ReadableStream<Uint8Array>({ cancel: (reason) => void (cancelled = reason) })
    const target = openTo(async (request) => {
      signal = request.signal
      return respond(idle)
    })
    const { body } = await askOver(target, createWireRequest(get))
    await body!.cancel('seen enough')
    await until(() => signal!.aborted)
    expect(cancelled).not.toBeNull()
  })

  test('an answer that comes after the abort has its body cancelled', async () => {
    const asker = new AbortController()
    let cancelled: unknown = null
    let opened = false
    const late = new ReadableStream<Uint8Array>({ cancel: (reason) => void (cancelled = reason) })
    const target = openTo(async () => {
      opened = true
      await rest(80)
      return respond(late)
    })
    const answer = askOver(target, createWireRequest({ ...get, signal: asker.signal }))
    await until(() => opened)
    asker.abort()
    await expect(answer).rejects.toThrow()
    await until(() => cancelled !== null)
  })

  test('an upload whose asker leaves fails at the answerer', async () => {
    const asker = new AbortController()
    let failure: unknown = null
    const target = openTo(async ({ body }) => {
      await readBody(body).catch((cause: unknown) => (failure = cause))
      return respond(null)
    })
    const never = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode('half')),
    })
    const request = createWireRequest({ ...post, body: never, signal: asker.signal })
    const answer = askOver(target, request)
    await rest()
    asker.abort(new Error('left'))
    await expect(answer).rejects.toThrow('left')
    await until(() => failure !== null)
  })

  test('an upload that cannot be read rejects with its own cause', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('disk gone')),
    })
    const target = openTo(async ({ body }) => respond(body instanceof Uint8Array ? null : body))
    await expect(askOver(target, createWireRequest({ ...post, body: broken }))).rejects.toThrow(
      'disk gone',
    )
  })

  test('a failure before the head crosses whole', async () => {
    const failure = createFailure('next', 'worker-died', 'The kernel ended.')
    const target = openTo(() => Promise.reject(new FailureError(failure)))
    const caught = await askOver(target, createWireRequest(get)).catch((cause: unknown) => cause)
    expect(caught).toBeInstanceOf(FailureError)
    expect((caught as FailureError).failure).toEqual(failure)
  })

  test('a failure in the middle errors the body after the chunks that arrived', async () => {
    let given = 0
    const target = openTo(async () =>
      respond(
        new ReadableStream<Uint8Array>(
          {
            pull(controller) {
              given += 1
              if (given === 3) throw new Error('broke off')
              controller.enqueue(encoder.encode(String(given)))
            },
          },
          { highWaterMark: 0 },
        ),
      ),
    )
    const { body } = await askOver(target, createWireRequest(get))
    await rest()
    const reader = body!.getReader()
    expect(decoder.decode((await reader.read()).value)).toBe('1')
    expect(decoder.decode((await reader.read()).value)).toBe('2')
    await expect(reader.read()).rejects.toThrow('broke off')
  })

  test('an end that follows its chunks at once loses none of them', async () => {
    const target = openTo(async () => respond(countingStream(10, 60).stream))
    for (let round = 0; round < 20; round += 1) {
      const { body } = await askOver(target, createWireRequest(get))
      expect((await readBody(body)).length).toBe(600)
    }
  })

  test('an early answer ends the upload and keeps its own body', async () => {
    const { stream, seen } = countingStream(1000)
    const target = openTo(async () => respond(streamOf('no, thank you'), 413))
    const { body } = await askOver(target, createWireRequest({ ...post, body: stream }))
    expect(decoder.decode(await readBody(body))).toBe('no, thank you')
    await until(() => seen.cancelled !== null)
  })
})

test('readBody refuses a body over its limit and cancels it', async () => {
  const { stream, seen } = countingStream(1000)
  await expect(readBody(stream, 2500)).rejects.toThrow('more than 2500 bytes')
  expect(seen.cancelled).not.toBeNull()
})
