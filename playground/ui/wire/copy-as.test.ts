import { describe, expect, test } from 'vitest'
import { createExchangeId, createHopId, type HttpHop } from '../../runtime/wire/hop.ts'
import { toCurl, toFetch } from './copy-as.ts'
import { toHar, toJson } from './export-trace.ts'

const BODY = new TextEncoder().encode(`{"name":"O'Connor","password":"hunter2"}`)
const root = createHopId()

const hop: HttpHop = {
  type: 'http',
  code: null,
  exchange: createExchangeId(),
  id: root,
  parent: null,
  from: 'next',
  to: 'fastapi',
  kind: 'api',
  startTime: Date.UTC(2026, 10, 24),
  endTime: Date.UTC(2026, 10, 24) + 12,
  'http.request.method': 'POST',
  'url.full': 'http://localhost:8000/api/people?page=2',
  'http.response.status_code': 201,
  requestHeaders: [
    ['content-type', 'application/json'],
    ['authorization', 'Bearer abc'],
    ['traceparent', '00-1-2-01'],
    ['content-length', '40'],
  ],
  responseHeaders: [['set-cookie', 'session=abc; HttpOnly']],
  requestBody: { bytes: BODY, size: BODY.byteLength, contentType: 'application/json' },
  responseBody: { bytes: Uint8Array.of(0xff, 0xfe), size: 2, contentType: 'image/png' },
  cookiesSent: [['session', 'abc']],
  cookiesSet: [{ name: 'session', line: 'session=abc; HttpOnly', outcome: 'stored', reason: null }],
  corsError: null,
  failure: null,
}
const exchange = { id: hop.exchange, root, hops: [hop] }

describe('a hop copied', () => {
  test('as curl keeps quotes, and leaves out what curl sets', () => {
    const command = toCurl(hop, { withSecrets: true })
    expect(command).toContain(`-H 'authorization: Bearer abc'`)
    expect(command).toContain(String.raw`O'\''Connor`)
    expect(command).toContain('-X POST')
    expect(command).not.toMatch(/traceparent|content-length/)
  })

  test('as fetch is code that runs', () => {
    const sent: unknown[] = []
    const code = toFetch(hop, { withSecrets: true }).replace('await fetch', 'keep')
    new Function('keep', code)((...call: unknown[]) => sent.push(...call))
    expect(sent).toEqual([
      hop['url.full'],
      {
        method: 'POST',
        headers: [
          ['content-type', 'application/json'],
          ['authorization', 'Bearer abc'],
        ],
        body: new TextDecoder().decode(BODY),
      },
    ])
  })

  test.each([
    ['curl', toCurl],
    ['fetch', toFetch],
  ])('as %s has dots for secrets until asked', (_name, copy) => {
    expect(copy(hop, { withSecrets: false })).not.toMatch(/abc|hunter2/)
  })
})

describe('a trace as a file', () => {
  test('HAR has the HTTP part, and no secret unless asked', () => {
    const { log } = JSON.parse(toHar([exchange], { withSecrets: false }))
    expect(log).toMatchObject({
      version: '1.2',
      entries: [
        {
          time: 12,
          request: { method: 'POST', queryString: [{ name: 'page', value: '2' }] },
          response: { status: 201, content: { size: 2, mimeType: 'image/png' } },
        },
      ],
    })
    expect(JSON.stringify(log)).not.toMatch(/abc|hunter2/)
  })

  test('JSON has SQL and cookies too, and no secret unless asked', () => {
    const sql = {
      type: 'sql' as const,
      exchange: hop.exchange,
      id: createHopId(),
      parent: root,
      from: 'fastapi' as const,
      to: 'sql' as const,
      startTime: 1,
      endTime: 2,
      code: null,
      'db.system.name': 'sqlite' as const,
      'db.query.text': 'select ?',
      'db.query.parameters': [12n],
      'db.response.returned_rows': 1,
      'error.message': null,
    }
    const text = toJson([{ ...exchange, hops: [hop, sql] }], { withSecrets: false })
    expect(text).toContain('select ?')
    expect(text).toContain('"12"')
    expect(text).not.toMatch(/=abc|Bearer abc|hunter2/)
    expect(toJson([exchange], { withSecrets: true })).toContain('Bearer abc')
  })
})
