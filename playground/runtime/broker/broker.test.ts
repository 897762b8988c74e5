import { describe, expect, test } from 'vitest'
import { getHeader, getHeaderValues } from '../wire/headers.ts'
import { createExchangeId, createHopId, formatTraceParent } from '../wire/hop.ts'
import { formatLanguages } from './browser-headers.ts'
import { createWireRequest } from '../wire/request-port.ts'
import {
  createFakeNetwork,
  html,
  navigate,
  pageFetch,
  readText,
  respond,
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

test('the page’s languages go along, unless the page names others', async () => {
  const acceptLanguage = formatLanguages(['de-AT', 'de', 'en'])
  expect(acceptLanguage).toBe('de-AT,de;q=0.9,en;q=0.8')
  const { broker, seen } = createFakeNetwork({ acceptLanguage, next: async () => respond(200, '') })
  await broker.answerPage(pageFetch(`${NEXT}/`))
  await broker.answerPage(pageFetch(`${NEXT}/`, { headers: [['accept-language', 'fr']] }))
  const sent = seen.map(({ headers }) => getHeaderValues(headers, 'accept-language'))
  expect(sent).toEqual([[acceptLanguage], ['fr']])
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
    broker.setClock(61_000)
    expect(broker.jar().documentCookie).toBe('')
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

  test('an empty Cookie header means no cookies: the jar takes no part, and none is sent', async () => {
    const { broker, seen } = createFakeNetwork({
      next: async () => respond(200, '', [['set-cookie', 'a=1']]),
    })
    const ask = (headers: readonly (readonly [string, string])[]) =>
      broker.answerAutomation(createWireRequest({ method: 'GET', url: `${NEXT}/`, headers }))
    await ask([])
    await ask([['cookie', '']])
    expect(broker.jar().cookies).toHaveLength(1)
    expect(getHeader(seen[1]!.headers, 'cookie')).toBeNull()
  })

  test('names its exchange by its own traceparent', async () => {
    const { broker } = createFakeNetwork({ next: async () => respond(200, '') })
    const exchange = createExchangeId()
    const traceparent = formatTraceParent({ exchange, hop: createHopId() })
    const headers = [['traceparent', traceparent]] as const
    await broker.answerPage(pageFetch(`${NEXT}/`))
    await broker.answerAutomation(createWireRequest({ method: 'GET', url: `${NEXT}/`, headers }))
    const [, own] = broker.trace()
    expect(own?.id).toBe(exchange)
    expect(own?.hops).toMatchObject([{ id: own?.root, parent: null, exchange }])
  })

  test('is not asked by CORS', async () => {
    const { broker } = createFakeNetwork({ fastapi: async () => respond(200, 'secret') })
    const headers = [['origin', 'http://evil.example']] as const
    const request = createWireRequest({ method: 'DELETE', url: `${FASTAPI}/`, headers })
    expect(await readText(await broker.answerAutomation(request))).toBe('secret')
  })
})
