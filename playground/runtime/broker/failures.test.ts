import { describe, expect, test } from 'vitest'
import { createWireRequest } from '../wire/request-port.ts'
import {
  createFakeNetwork,
  navigate,
  pageFetch,
  readText,
  respond,
  rest,
  until,
} from './fixtures/network.ts'

const NEXT = 'http://localhost:3000'
const FASTAPI = 'http://localhost:8000'

describe('deadlines, aborts and failures', () => {
  const never = () => new Promise<never>(() => undefined)
  /** A server that stops when it is told to, as a port does. */
  const obedient = ({ signal }: { signal: AbortSignal }) =>
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })

  test('a navigation without an answer becomes a readable 504', async () => {
    const { broker, httpHops } = createFakeNetwork({ next: obedient, deadline: 30 })
    const response = await broker.answerPage(navigate(`${NEXT}/slow?x=1`))
    expect(response.status).toBe(504)
    const text = await readText(response)
    // How long it truly was: a busy machine needs more than the deadline's 30 ms.
    expect(text).toMatch(/No answer from Next after \d+(\.\d)? s\. /)
    expect(text).toContain('The last thing seen on the wire was Browser → Next GET /slow?x=1')
    expect(text).toContain('/__host__/guest.js')
    expect(httpHops()[0]?.failure?.code).toBe('deadline')
    expect(httpHops()[0]?.endTime).not.toBeNull()
  })

  test('the 504 names how far the request got', async () => {
    const network = createFakeNetwork({
      deadline: 60,
      next: async ({ headers, signal }) => {
        const inner = { method: 'GET', url: `${FASTAPI}/users`, headers, signal }
        await rest(20)
        return network.broker.answerServer(createWireRequest(inner), 'next')
      },
      fastapi: obedient,
    })
    const response = await network.broker.answerPage(navigate(`${NEXT}/`))
    expect(await readText(response)).toContain('Next → FastAPI GET /users, not answered')
  })

  test('a page script gets the 504 of its own origin as JSON, of another as a network error', async () => {
    const { broker } = createFakeNetwork({ next: obedient, fastapi: obedient, deadline: 30 })
    const own = await broker.answerPage(pageFetch(`${NEXT}/api`))
    expect(own.status).toBe(504)
    expect(JSON.parse(await readText(own))).toMatchObject({ failure: { code: 'deadline' } })
    await expect(broker.answerPage(pageFetch(`${FASTAPI}/`))).rejects.toMatchObject({
      failure: { code: 'deadline', stage: 'fastapi' },
    })
  })

  test('a stream may last longer than the deadline', async () => {
    const { broker } = createFakeNetwork({
      deadline: 30,
      next: async () => ({
        ...respond(200, null),
        body: new ReadableStream<Uint8Array>({
          async start(controller) {
            await rest(90)
            controller.enqueue(new TextEncoder().encode('late'))
            controller.close()
          },
        }),
      }),
    })
    expect(await readText(await broker.answerPage(pageFetch(`${NEXT}/`)))).toBe('late')
  })

  test('an abort of the page reaches the server and is no failure of ours', async () => {
    const leaving = new AbortController()
    let aborted = false
    const { broker, httpHops, seen } = createFakeNetwork({
      next: ({ signal }) => {
        signal.addEventListener('abort', () => (aborted = true))
        return obedient({ signal })
      },
    })
    const answer = broker.answerPage(pageFetch(`${NEXT}/`, { signal: leaving.signal }))
    await until(() => seen.length === 1)
    leaving.abort(new Error('left'))
    await expect(answer).rejects.toThrow('left')
    expect(aborted).toBe(true)
    expect(httpHops()[0]?.failure?.code).toBe('stopped')
  })

  test('a cancelled body reaches the server and ends the hop', async () => {
    let cancelled = false
    const { broker, httpHops } = createFakeNetwork({
      next: async () => ({
        ...respond(200, null),
        body: new ReadableStream<Uint8Array>({ cancel: () => void (cancelled = true) }),
      }),
    })
    const { body } = await broker.answerPage(pageFetch(`${NEXT}/`))
    await body?.cancel('left')
    expect(cancelled).toBe(true)
    expect(httpHops()[0]?.endTime).not.toBeNull()
  })

  test('a body that breaks off errors for the page and is written down', async () => {
    const { broker, httpHops } = createFakeNetwork({
      next: async () => ({
        ...respond(200, null),
        body: new ReadableStream<Uint8Array>({
          pull: (controller) => controller.error(new TypeError('broke')),
        }),
      }),
    })
    const response = await broker.answerPage(pageFetch(`${NEXT}/`))
    await expect(readText(response)).rejects.toThrow('broke')
    expect(httpHops()[0]?.failure?.message).toBe('broke')
  })

  test('a server that ignores the deadline does not hold the page', async () => {
    const { broker } = createFakeNetwork({ next: never, deadline: 30 })
    const response = await broker.answerPage(navigate(`${NEXT}/`))
    expect(response.status).toBe(504)
  })
})
