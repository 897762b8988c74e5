import { describe, expect, test } from 'vitest'
import { getHeader } from '../wire/headers.ts'
import { formatTraceParent, parseTraceParent } from '../wire/hop.ts'
import { createWireRequest } from '../wire/request-port.ts'
import {
  createFakeNetwork,
  html,
  navigate,
  pageFetch,
  readText,
  respond,
  streamOf,
} from './fixtures/network.ts'

const NEXT = 'http://localhost:3000'
const FASTAPI = 'http://localhost:8000'

const STATEMENT = {
  startTime: 1,
  endTime: 2,
  code: null,
  'db.system.name': 'sqlite',
  'db.query.text': 'select 1',
  'db.query.parameters': [],
  'db.response.returned_rows': 1,
  'error.message': null,
} as const

describe('the trace', () => {
  test('the line that asked is told later, by the number of the request', async () => {
    const { broker } = createFakeNetwork({ fastapi: async () => respond(200, '') })
    const request = createWireRequest({ method: 'GET', url: `${FASTAPI}/users`, call: 5 })
    await broker.answerServer(request, 'next')
    expect(broker.trace()[0]?.hops).toMatchObject([{ code: null }])
    const code = { file: 'frontend/app/page.tsx', line: 4, column: 9 }
    broker.addCode({ type: 'fetch-code', call: 5, code })
    broker.addCode({ type: 'fetch-code', call: 6, code: { ...code, line: 7 } })
    expect(broker.trace()[0]?.hops).toMatchObject([{ code }])
  })

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
          hop: STATEMENT,
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
    ['asset', pageFetch(`${NEXT}/__nextjs_original-stack-frames`)],
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

  test('statements without a request are one exchange, until a request begins', async () => {
    const { broker } = createFakeNetwork({ next: async () => respond(204, null) })
    const ranAlone = () => broker.addSql({ type: 'sql-hop', parent: null, hop: STATEMENT })
    ranAlone()
    ranAlone()
    await broker.answerPage(pageFetch(`${NEXT}/`))
    ranAlone()
    expect(broker.trace().map(({ hops }) => hops.map(({ type }) => type))).toEqual([
      ['sql', 'sql'],
      ['http'],
      ['sql'],
    ])
  })
})
