import { describe, expect, it } from 'vitest'
import {
  createExchangeId,
  createHopId,
  type Exchange,
  type HttpHop,
  type SqlHop,
} from '../../playground/runtime/wire/hop.ts'
import { toCrossings } from './to-recording.mjs'

const exchange = createExchangeId()
const root = createHopId()
const inner = createHopId()

function httpHop(fields: Partial<HttpHop>): HttpHop {
  return {
    type: 'http',
    code: null,
    exchange,
    id: root,
    parent: null,
    from: 'browser',
    to: 'next',
    kind: 'action',
    startTime: 1000,
    endTime: 1020,
    'http.request.method': 'POST',
    'url.full': 'http://localhost:3000/people/new?x=1',
    'http.response.status_code': 200,
    requestHeaders: [['content-type', 'multipart/form-data; boundary=----x']],
    responseHeaders: [],
    requestBody: null,
    responseBody: null,
    cookiesSent: [],
    cookiesSet: [],
    corsError: null,
    failure: null,
    ...fields,
  }
}

function sqlHop(text: string, startTime: number): SqlHop {
  return {
    type: 'sql',
    exchange,
    id: createHopId(),
    parent: inner,
    from: 'fastapi',
    to: 'sql',
    startTime,
    endTime: startTime + 0.5,
    code: null,
    'db.system.name': 'sqlite',
    'db.query.text': text,
    'db.query.parameters': ['Ada'],
    'db.response.returned_rows': 1,
    'error.message': null,
  }
}

const whole: Exchange = {
  id: exchange,
  root,
  hops: [
    httpHop({}),
    httpHop({
      id: inner,
      parent: root,
      from: 'next',
      to: 'fastapi',
      kind: 'api',
      startTime: 1004,
      endTime: 1012,
      'url.full': 'http://localhost:8000/api/people',
      'http.response.status_code': 201,
    }),
    httpHop({ id: createHopId(), parent: root, from: 'next', to: 'next', startTime: 1013 }),
    sqlHop('BEGIN (implicit)', 1005),
    sqlHop('INSERT INTO person (name) VALUES (?)', 1006),
  ],
}

describe('the crossings of an exchange', () => {
  it('are two for each hop, in the order of time, counted from the first', () => {
    expect(toCrossings(whole).map(({ at, label }) => [at, label])).toEqual([
      [0, 'POST /people/new'],
      [4, 'POST /api/people'],
      [6, 'INSERT INTO person'],
      [6.5, '1 row'],
      [12, '201 Created'],
      [20, '200 OK'],
    ])
  })

  it('leave out what only frames other statements, and what Next.js asks itself', () => {
    const crossings = toCrossings(whole)
    expect(crossings.some(({ label }) => label.startsWith('BEGIN'))).toBe(false)
    expect(crossings.some(({ from, to }) => from === to)).toBe(false)
  })

  it('carry the fields of an action’s form without React’s numbers', () => {
    const body = '------x\r\nContent-Disposition: form-data; name="_1_name"\r\n\r\nAda\r\n------x--'
    const bytes = new TextEncoder().encode(body)
    const requestBody = {
      bytes,
      size: bytes.length,
      contentType: 'multipart/form-data; boundary=x',
    }
    const [first] = toCrossings({ ...whole, hops: [httpHop({ requestBody })] })
    expect(first?.message).toEqual(['content-type: multipart/form-data', 'name=Ada'])
  })

  it('fail on a crossing that nobody has described', () => {
    const hops = [httpHop({ 'http.request.method': 'PURGE' })]
    expect(() => toCrossings({ ...whole, hops })).toThrow(/No sentence/)
  })
})
