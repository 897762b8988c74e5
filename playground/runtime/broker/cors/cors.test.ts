import { describe, expect, test } from 'vitest'
import type { HeaderPairs } from '../../wire/headers.ts'
import { createFakeNetwork, navigate, pageFetch, readText, respond } from '../fixtures/network.ts'
import { unsafeHeaderNames } from './safelist.ts'

const API = 'http://localhost:8000'
const PAGE = 'http://localhost:3000'
const ALLOW = ['access-control-allow-origin', PAGE] as const
const ALLOW_PUT: HeaderPairs = [ALLOW, ['access-control-allow-methods', 'PUT']]

describe('CORS in the trace', () => {
  test('a preflight is a hop of its own kind, a child of the request that caused it', async () => {
    const { broker } = createFakeNetwork({ fastapi: async () => respond(200, 'ok', ALLOW_PUT) })
    const response = await broker.answerPage(pageFetch(`${API}/`, { method: 'PUT' }))
    expect(await readText(response)).toBe('ok')
    const [exchange] = broker.trace()
    expect(exchange?.hops.map((hop) => hop.type === 'http' && hop.kind)).toEqual([
      'api',
      'preflight',
    ])
    expect(exchange?.hops[1]?.parent).toBe(exchange?.root)
  })

  test('a failed preflight marks both hops, and the request itself never leaves', async () => {
    const { broker, seen, httpHops } = createFakeNetwork({
      fastapi: async () => respond(500, 'Internal Server Error'),
    })
    const answer = broker.answerPage(pageFetch(`${API}/users`, { method: 'DELETE' }))
    await expect(answer).rejects.toMatchObject({ failure: { code: 'blocked' } })
    expect(seen.map(({ method }) => method)).toEqual(['OPTIONS'])
    const [main, preflight] = httpHops()
    expect(main?.corsError).toContain("No 'Access-Control-Allow-Origin' header")
    expect(main?.['http.response.status_code']).toBeNull()
    expect(main?.endTime).not.toBeNull()
    expect(main?.failure).toBeNull()
    expect(preflight?.['http.response.status_code']).toBe(500)
    expect(preflight?.corsError).toBe(main?.corsError)
  })

  test('a 500 without CORS headers shows both: the status with its body, and what the browser says', async () => {
    const { broker, httpHops, lines, hops } = createFakeNetwork({
      fastapi: async () => respond(500, 'Traceback'),
    })
    await expect(broker.answerPage(pageFetch(`${API}/`))).rejects.toThrow('CORS policy')
    await expect.poll(() => httpHops()[0]?.endTime).not.toBeNull()
    const [hop] = httpHops()
    expect(hop?.['http.response.status_code']).toBe(500)
    expect(new TextDecoder().decode(hop?.responseBody?.bytes)).toBe('Traceback')
    expect(hop?.corsError).toContain('blocked by CORS policy')
    expect(lines).toMatchObject([{ source: 'browser', level: 'error', text: hop?.corsError }])
    expect(hops.length).toBeGreaterThan(2)
  })
})

describe('the preflight cache', () => {
  test('forgets after Max-Age seconds, five without it, and never keeps more than two hours', async () => {
    let time = 1_000_000
    const ages: Record<string, string> = { '/default': '', '/long': '999999', '/none': '0' }
    const { broker, seen } = createFakeNetwork({
      clock: { now: () => time },
      fastapi: async ({ url }) => {
        const age = ages[new URL(url).pathname]
        return respond(200, '', age ? [...ALLOW_PUT, ['access-control-max-age', age]] : ALLOW_PUT)
      },
    })
    const preflights = async (path: string, wait: number) => {
      seen.length = 0
      await broker.answerPage(pageFetch(API + path, { method: 'PUT' }))
      time += wait * 1000
      await broker.answerPage(pageFetch(API + path, { method: 'PUT' }))
      return seen.filter(({ method }) => method === 'OPTIONS').length
    }
    expect(await preflights('/default', 4)).toBe(1)
    time += 10_000
    expect(await preflights('/default', 6)).toBe(2)
    expect(await preflights('/long', 7199)).toBe(1)
    time += 10_000_000
    expect(await preflights('/long', 7201)).toBe(2)
    expect(await preflights('/none', 0)).toBe(2)
  })
})

describe('what the page may read', () => {
  test('a failure of ours on another origin is a network error without a word of CORS', async () => {
    const { broker, lines } = createFakeNetwork({
      deadline: 20,
      fastapi: () => new Promise(() => undefined),
    })
    const answer = broker.answerPage(pageFetch(`${API}/`))
    await expect(answer).rejects.toMatchObject({ failure: { code: 'deadline' } })
    expect(lines).toEqual([])
  })

  test('an answer from outside was asked by the real browser, and is not asked again', async () => {
    const { broker, seen } = createFakeNetwork({ outside: async () => respond(200, 'news') })
    const request = pageFetch('https://example.com/', { method: 'PUT' })
    expect(await readText(await broker.answerPage(request))).toBe('news')
    expect(seen.map(({ method }) => method)).toEqual(['PUT'])
  })

  test('an image of another origin keeps its body and its type, and nothing else', async () => {
    const { broker } = createFakeNetwork({
      fastapi: async () =>
        respond(200, 'png', [
          ['content-type', 'image/png'],
          ['x-secret', '1'],
        ]),
    })
    const browser = { mode: 'no-cors', destination: 'image', credentials: 'include' } as const
    const response = await broker.answerPage(pageFetch(`${API}/a.png`, { browser }))
    expect(response.headers).toEqual([['content-type', 'image/png']])
    expect(await readText(response)).toBe('png')
  })

  test('a navigation is not asked by CORS', async () => {
    const { broker } = createFakeNetwork({ fastapi: async () => respond(200, 'docs') })
    const response = await broker.answerPage(navigate(`${API}/docs`))
    expect(await readText(response)).toBe('docs')
  })

  test('a request in mode same-origin does not leave its origin', async () => {
    const { broker, seen } = createFakeNetwork()
    const answer = broker.answerPage(pageFetch(`${API}/`, { browser: { mode: 'same-origin' } }))
    await expect(answer).rejects.toMatchObject({ failure: { code: 'blocked' } })
    expect(seen).toEqual([])
  })

  test('a body survives a redirect that keeps the method', async () => {
    const { broker, seen } = createFakeNetwork({
      fastapi: async ({ url, body }) =>
        new URL(url).pathname === '/'
          ? respond(307, null, [ALLOW, ['location', '/b']])
          : respond(200, new TextDecoder().decode(body instanceof Uint8Array ? body : undefined), [
              ALLOW,
            ]),
    })
    const headers = [['content-type', 'text/plain']] as const
    const request = pageFetch(`${API}/`, { method: 'POST', body: 'kept', headers })
    expect(await readText(await broker.answerPage(request))).toBe('kept')
    expect(seen.map(({ method }) => method)).toEqual(['POST', 'POST'])
    expect(broker.trace()).toHaveLength(1)
  })

  test('Authorization does not follow to another origin', async () => {
    const allowAll: HeaderPairs = [
      ['access-control-allow-origin', '*'],
      ['access-control-allow-headers', 'authorization'],
    ]
    const { broker, seen } = createFakeNetwork({
      fastapi: async ({ url, method }) =>
        new URL(url).pathname === '/' && method === 'GET'
          ? respond(302, null, [...allowAll, ['location', 'http://127.0.0.1:8000/b']])
          : respond(200, '', allowAll),
    })
    const headers = [['authorization', 'Bearer x']] as const
    await broker.answerPage(pageFetch(`${API}/`, { headers }))
    const sent = seen.map(({ method, headers }) => [
      method,
      headers.some(([name]) => name === 'authorization'),
    ])
    expect(sent).toEqual([
      ['OPTIONS', false],
      ['GET', true],
      ['GET', false],
    ])
  })
})

test.each([
  [[['accept', 'x'.repeat(128)]], []],
  [[['accept', 'x'.repeat(129)]], ['accept']],
  [[['content-type', 'text/plain; x="y"']], ['content-type']],
  [[['content-type', 'TEXT/PLAIN']], []],
  [
    [
      ['X-B', '1'],
      ['x-a', '1'],
      ['X-b', '2'],
    ],
    ['x-a', 'x-b'],
  ],
  [
    [
      ['host', 'x'],
      ['sec-fetch-mode', 'cors'],
      ['user-agent', 'x'],
      ['referer', 'x'],
      ['content-length', '1'],
    ],
    [],
  ],
] as const)('%j needs leave for %j', (headers, names) => {
  expect(unsafeHeaderNames(headers)).toEqual(names)
})

test('safelisted values that are long together need leave, too', () => {
  const headers = Array.from({ length: 9 }, () => ['accept', 'x'.repeat(120)] as const)
  expect(unsafeHeaderNames(headers)).toEqual(['accept'])
})
