import { describe, expect, test } from 'vitest'
import { getHeader, getHeaderValues } from '../wire/headers.ts'
import { formatTraceParent, parseTraceParent } from '../wire/hop.ts'
import { createWireRequest } from '../wire/request-port.ts'
import {
  createFakeNetwork,
  html,
  navigate,
  pageFetch,
  readText,
  respond,
  rest,
  streamOf,
  until,
} from './fixtures/network.ts'

const NEXT = 'http://localhost:3000'
const FASTAPI = 'http://localhost:8000'

describe('where a request goes', () => {
  test.each([
    [`${NEXT}/users`, 'next'],
    ['http://127.0.0.1:3000/users', 'next'],
    [`${FASTAPI}/users`, 'fastapi'],
    ['http://127.0.0.1:8000/users', 'fastapi'],
    ['http://localhost:5432/', 'outside'],
    ['https://example.com/', 'outside'],
  ])('%s goes to %s', async (url, place) => {
    const network = createFakeNetwork({
      next: async () => respond(200, 'next'),
      fastapi: async () => respond(200, 'fastapi'),
      outside: async () => respond(200, 'outside'),
    })
    const response = await network.broker.answerServer(
      createWireRequest({ method: 'GET', url }),
      'next',
    )
    expect(await readText(response)).toBe(place)
    expect(network.httpHops()[0]?.to).toBe(place)
    expect(getHeader(network.seen[0]!.headers, 'host')).toBe(new URL(url).host)
  })
})

describe('the headers that a browser writes', () => {
  test('a GET of the own origin names Host and no Origin', async () => {
    const { broker, seen } = createFakeNetwork({ next: async () => respond(200, '') })
    await broker.answerPage(pageFetch(`${NEXT}/api`))
    const { headers } = seen[0]!
    expect(getHeader(headers, 'host')).toBe('localhost:3000')
    expect(getHeader(headers, 'origin')).toBeNull()
    expect(getHeader(headers, 'sec-fetch-site')).toBe('same-origin')
    expect(getHeader(headers, 'sec-fetch-mode')).toBe('cors')
    expect(getHeader(headers, 'sec-fetch-dest')).toBe('empty')
  })

  test('a POST of the own origin names an Origin that agrees with Host', async () => {
    const { broker, seen } = createFakeNetwork({ next: async () => respond(200, '') })
    await broker.answerPage(pageFetch(`${NEXT}/`, { method: 'POST', body: 'x' }))
    expect(getHeader(seen[0]!.headers, 'origin')).toBe(NEXT)
    expect(getHeader(seen[0]!.headers, 'host')).toBe('localhost:3000')
  })

  test('a request to FastAPI names its Origin and is same-site', async () => {
    const allow = [['access-control-allow-origin', '*']] as const
    const { broker, seen } = createFakeNetwork({ fastapi: async () => respond(200, '', allow) })
    await broker.answerPage(pageFetch(`${FASTAPI}/users`))
    expect(getHeader(seen[0]!.headers, 'origin')).toBe(NEXT)
    expect(getHeader(seen[0]!.headers, 'sec-fetch-site')).toBe('same-site')
  })

  test('the preview is a document for the app, not an iframe', async () => {
    const { broker, seen } = createFakeNetwork({ next: async () => html('') })
    await broker.answerPage(navigate(`${NEXT}/`, { browser: { fromAddressBar: true } }))
    expect(getHeader(seen[0]!.headers, 'sec-fetch-dest')).toBe('document')
    expect(getHeader(seen[0]!.headers, 'sec-fetch-site')).toBe('none')
  })
})

describe('cookies', () => {
  const setTwo = async () =>
    respond(200, '', [
      ['set-cookie', 'session=abc; HttpOnly; Path=/'],
      ['set-cookie', 'theme=dark'],
    ])

  test('the jar keeps what an answer sets, and the page never sees Set-Cookie', async () => {
    const { broker, httpHops, jars } = createFakeNetwork({ next: setTwo })
    const response = await broker.answerPage(pageFetch(`${NEXT}/login`))
    expect(getHeaderValues(response.headers, 'set-cookie')).toEqual([])
    expect(getHeaderValues(httpHops()[0]!.responseHeaders, 'set-cookie')).toHaveLength(2)
    expect(httpHops()[0]!.cookiesSet.map(({ outcome }) => outcome)).toEqual(['stored', 'stored'])
    expect(jars.at(-1)?.cookies.map(({ name }) => name)).toEqual(['session', 'theme'])
    expect(jars.at(-1)?.cookies[0]?.setBy).toBe(httpHops()[0]!.exchange)
    expect(jars.at(-1)?.documentCookie).toBe('theme=dark')
  })

  test('cookies go along to the own origin, and to the other port only with credentials', async () => {
    const allow = [
      ['access-control-allow-origin', NEXT],
      ['access-control-allow-credentials', 'true'],
    ] as const
    const { broker, seen, httpHops } = createFakeNetwork({
      next: setTwo,
      fastapi: async () => respond(200, '', allow),
    })
    await broker.answerPage(pageFetch(`${NEXT}/login`))
    await broker.answerPage(pageFetch(`${NEXT}/`))
    await broker.answerPage(pageFetch(`${FASTAPI}/`))
    await broker.answerPage(pageFetch(`${FASTAPI}/`, { browser: { credentials: 'include' } }))
    await broker.answerPage(pageFetch(`${NEXT}/`, { browser: { credentials: 'omit' } }))
    expect(seen.map(({ headers }) => getHeader(headers, 'cookie'))).toEqual([
      null,
      'session=abc; theme=dark',
      null,
      'session=abc; theme=dark',
      null,
    ])
    expect(httpHops()[1]!.cookiesSent).toEqual([
      ['session', 'abc'],
      ['theme', 'dark'],
    ])
  })

  test('an answer to a request without credentials sets none', async () => {
    const { broker } = createFakeNetwork({
      fastapi: async () =>
        respond(200, '', [
          ['access-control-allow-origin', '*'],
          ['set-cookie', 'a=1'],
        ]),
    })
    await broker.answerPage(pageFetch(`${FASTAPI}/`))
    expect(broker.jar().cookies).toEqual([])
  })

  test('127.0.0.1 is another site than localhost: its Lax cookies are refused with a sentence', async () => {
    const { broker } = createFakeNetwork({
      fastapi: async () =>
        respond(200, '', [
          ['access-control-allow-origin', NEXT],
          ['access-control-allow-credentials', 'true'],
          ['set-cookie', 'a=1'],
        ]),
    })
    const credentials = 'include'
    await broker.answerPage(pageFetch('http://127.0.0.1:8000/', { browser: { credentials } }))
    expect(broker.jar().cookies).toEqual([])
    expect(broker.jar().refused[0]?.reason).toContain('cross-site')
  })

  test('a server-side fetch sends only the cookies that it names', async () => {
    const { broker, seen } = createFakeNetwork({ next: setTwo })
    await broker.answerPage(pageFetch(`${NEXT}/login`))
    await broker.answerServer(createWireRequest({ method: 'GET', url: `${FASTAPI}/` }), 'next')
    expect(getHeader(seen[1]!.headers, 'cookie')).toBeNull()
  })

  test('document.cookie writes the jar, and reads it without HttpOnly cookies', async () => {
    const { broker, jars } = createFakeNetwork({ next: setTwo })
    await broker.answerPage(pageFetch(`${NEXT}/login`))
    expect(broker.writeDocumentCookie('a=1; path=/', `${NEXT}/`)).toBe('theme=dark; a=1')
    expect(broker.writeDocumentCookie('session=stolen; path=/', `${NEXT}/`)).toBe('theme=dark; a=1')
    expect(jars.at(-1)?.refused[0]?.reason).toContain('HttpOnly')
  })

  test('the clock of the jar can be moved', async () => {
    const { broker } = createFakeNetwork({
      next: async () => respond(200, '', [['set-cookie', 'a=1; Max-Age=60']]),
    })
    await broker.answerPage(pageFetch(`${NEXT}/`))
    expect(broker.jar().documentCookie).toBe('a=1')
    broker.jarClock.moveBy(61_000)
    expect(broker.jar().documentCookie).toBe('')
  })
})

describe('the trace', () => {
  test('a page, the request it caused in Next and the SQL of that are one exchange', async () => {
    const network = createFakeNetwork({
      next: async ({ headers }) => {
        const traceparent = getHeader(headers, 'traceparent')!
        const inner = createWireRequest({
          method: 'GET',
          url: `${FASTAPI}/users`,
          headers: [['traceparent', traceparent]],
        })
        const users = await network.broker.answerServer(inner, 'next')
        return html(`<p>${await readText(users)}</p>`)
      },
      fastapi: async ({ headers }) => {
        network.broker.addSql({
          type: 'sql-hop',
          parent: parseTraceParent(getHeader(headers, 'traceparent')),
          hop: {
            startTime: 1,
            endTime: 2,
            'db.system.name': 'sqlite',
            'db.query.text': 'select 1',
            'db.query.parameters': [],
            'db.response.returned_rows': 1,
            'error.message': null,
          },
        })
        return respond(200, '[1]')
      },
    })
    await readText(await network.broker.answerPage(navigate(`${NEXT}/users`)))
    const exchanges = network.broker.trace()
    expect(exchanges).toHaveLength(1)
    const [page, api, sql] = exchanges[0]!.hops
    expect([page?.to, api?.to, sql?.to]).toEqual(['next', 'fastapi', 'sql'])
    expect(exchanges[0]!.root).toBe(page?.id)
    expect([page?.parent, api?.parent, sql?.parent]).toEqual([null, page?.id, api?.id])
    expect(exchanges[0]!.hops.every(({ endTime }) => endTime !== null)).toBe(true)
  })

  test('a hop is told at its start, at the head and at the end', async () => {
    const { broker, hops } = createFakeNetwork({ next: async () => respond(200, 'abc') })
    const response = await broker.answerPage(pageFetch(`${NEXT}/`))
    expect(hops).toHaveLength(2)
    await readText(response)
    expect(hops).toHaveLength(3)
    const states = hops.map((hop) =>
      hop.type === 'http' ? [hop['http.response.status_code'], hop.endTime !== null] : [],
    )
    expect(states).toEqual([
      [null, false],
      [200, false],
      [200, true],
    ])
  })

  test('bodies are captured up to 256 KB and counted whole', async () => {
    const big = 'x'.repeat(300 * 1024)
    const { broker, httpHops } = createFakeNetwork({
      next: async ({ body }) => {
        const text = await readText({ status: 200, statusText: '', headers: [], body: streamOf() })
        return respond(200, text + big, [['content-type', body ? 'text/plain' : 'none']])
      },
    })
    const headers = [['content-type', 'text/plain']] as const
    const request = pageFetch(`${NEXT}/`, { method: 'POST', body: 'hello', headers })
    const got = await readText(await broker.answerPage(request))
    expect(got.length).toBe(big.length)
    const [hop] = httpHops()
    expect(hop?.responseBody?.size).toBe(big.length)
    expect(hop?.responseBody?.bytes.length).toBe(256 * 1024)
    expect(new TextDecoder().decode(hop?.requestBody?.bytes)).toBe('hello')
    expect(hop?.requestBody?.contentType).toBe('text/plain')
  })

  test.each([
    ['page', navigate(`${NEXT}/`)],
    ['data', pageFetch(`${NEXT}/`, { headers: [['RSC', '1']] })],
    [
      'prefetch',
      pageFetch(`${NEXT}/`, {
        headers: [
          ['RSC', '1'],
          ['next-router-prefetch', '1'],
        ],
      }),
    ],
    ['action', pageFetch(`${NEXT}/`, { method: 'POST', headers: [['next-action', 'x']] })],
    ['route', pageFetch(`${NEXT}/api/users`)],
    ['asset', pageFetch(`${NEXT}/_next/static/a.js`)],
    ['asset', pageFetch(`${NEXT}/logo.png`, { browser: { destination: 'image' } })],
    ['api', pageFetch(`${FASTAPI}/users`)],
  ] as const)('calls a request %s', async (kind, request) => {
    const allow = [['access-control-allow-origin', '*']] as const
    const answer = async () => respond(200, '', allow)
    const { broker, httpHops } = createFakeNetwork({ next: answer, fastapi: answer })
    await broker.answerPage(request)
    expect(httpHops()[0]?.kind).toBe(kind)
  })

  test('keeps the last 200 exchanges', async () => {
    const { broker } = createFakeNetwork({ next: async () => respond(204, null) })
    for (let index = 0; index < 205; index += 1) {
      await broker.answerPage(pageFetch(`${NEXT}/${index}`))
    }
    const exchanges = broker.trace()
    expect(exchanges).toHaveLength(200)
    const [first] = exchanges[0]!.hops
    expect(first?.type === 'http' && first['url.full']).toBe(`${NEXT}/5`)
  })

  test('a hop that ends after the trace was cleared does not come back', async () => {
    const { broker } = createFakeNetwork({ next: async () => respond(200, 'abc') })
    const response = await broker.answerPage(pageFetch(`${NEXT}/`))
    broker.clearTrace()
    await readText(response)
    expect(broker.trace()).toEqual([])
  })

  test('a server request without traceparent begins an exchange of its own', async () => {
    const { broker } = createFakeNetwork({})
    const bad = formatTraceParent({
      exchange: '0'.repeat(32) as never,
      hop: '0'.repeat(16) as never,
    })
    const headers = [['traceparent', bad]] as const
    const request = createWireRequest({ method: 'GET', url: `${FASTAPI}/`, headers })
    await broker.answerServer(request, 'next')
    expect(broker.trace()[0]?.hops[0]?.parent).toBeNull()
  })
})

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
    expect(text).toContain('No answer from Next after 0 s.')
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

describe('the guest', () => {
  test('is the first thing in the head of a page, with its cookies', async () => {
    const { broker, httpHops } = createFakeNetwork({
      next: async () =>
        html('<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"></head></html>', [
          ['content-length', '65'],
          ['set-cookie', 'a=1'],
        ]),
    })
    const response = await broker.answerPage(navigate(`${NEXT}/`))
    expect(await readText(response)).toBe(
      '<!DOCTYPE html><html lang="en"><head>' +
        '<script src="/__host__/guest.js" data-cookies="a%3D1"></script>' +
        '<meta charset="utf-8"></head></html>',
    )
    expect(getHeader(response.headers, 'content-length')).toBeNull()
    expect(new TextDecoder().decode(httpHops()[0]?.responseBody?.bytes)).not.toContain('guest')
  })

  test('is not put into JSON, nor into what a script fetches, nor into the automation’s answers', async () => {
    const page = async () => html('<html><head></head></html>')
    const { broker } = createFakeNetwork({ next: page })
    expect(await readText(await broker.answerPage(pageFetch(`${NEXT}/`)))).not.toContain('guest')
    const automation = createWireRequest({ method: 'GET', url: `${NEXT}/` })
    expect(await readText(await broker.answerAutomation(automation))).not.toContain('guest')
  })
})

describe('the automation', () => {
  test('sends its headers as they are, with the jar’s cookies, and reads Set-Cookie', async () => {
    const { broker, seen } = createFakeNetwork({
      next: async () =>
        respond(303, null, [
          ['set-cookie', 'a=1'],
          ['location', '/x'],
        ]),
    })
    const headers = [['Origin', 'http://evil.example']] as const
    const request = createWireRequest({ method: 'POST', url: `${NEXT}/`, headers })
    const response = await broker.answerAutomation(request)
    expect(response.status).toBe(303)
    expect(getHeaderValues(response.headers, 'set-cookie')).toEqual(['a=1'])
    await broker.answerAutomation(request)
    expect(getHeader(seen[0]!.headers, 'origin')).toBe('http://evil.example')
    expect(getHeader(seen[1]!.headers, 'cookie')).toBe('a=1')
  })

  test('a Cookie header of its own is sent in place of the jar', async () => {
    const { broker, seen } = createFakeNetwork({
      next: async () => respond(200, '', [['set-cookie', 'a=1']]),
    })
    const headers = [['cookie', 'mine=2']] as const
    const request = createWireRequest({ method: 'GET', url: `${NEXT}/`, headers })
    await broker.answerAutomation(request)
    expect(getHeaderValues(seen[0]!.headers, 'cookie')).toEqual(['mine=2'])
    expect(broker.jar().cookies).toEqual([])
  })

  test('is not asked by CORS', async () => {
    const { broker } = createFakeNetwork({ fastapi: async () => respond(200, 'secret') })
    const headers = [['origin', 'http://evil.example']] as const
    const request = createWireRequest({ method: 'DELETE', url: `${FASTAPI}/`, headers })
    expect(await readText(await broker.answerAutomation(request))).toBe('secret')
  })
})
