// Recorded exchanges for the fake engine: what a list page, a form's server action and a cross-origin fetch look like.
import type { HeaderPairs } from '../../runtime/wire/headers.ts'
import {
  createExchangeId,
  createHopId,
  type ExchangeId,
  type Hop,
  type HopId,
  type HttpHop,
  type SqlHop,
} from '../../runtime/wire/hop.ts'

const encoder = new TextEncoder()

interface HttpRecord {
  readonly parent?: HopId
  readonly kind: HttpHop['kind']
  readonly method: string
  readonly url: string
  readonly status: number
  readonly at: number
  readonly ms: number
  readonly requestHeaders?: HeaderPairs
  readonly responseHeaders?: HeaderPairs
  readonly requestBody?: string
  readonly requestType?: string
  readonly responseBody?: string
  readonly responseType?: string
  readonly more?: Partial<HttpHop>
}

function body(text: string | undefined, contentType: string | undefined): HttpHop['requestBody'] {
  if (text === undefined) return null
  const bytes = encoder.encode(text)
  return { bytes, size: bytes.byteLength, contentType: contentType ?? null }
}

export function recordHttp(exchange: ExchangeId, record: HttpRecord): HttpHop {
  const toFastApi = record.url.includes(':8000')
  return {
    type: 'http',
    code: null,
    exchange,
    id: createHopId(),
    parent: record.parent ?? null,
    from: record.parent ? 'next' : 'browser',
    to: toFastApi ? 'fastapi' : 'next',
    startTime: record.at,
    endTime: record.at + record.ms,
    kind: record.kind,
    'http.request.method': record.method,
    'url.full': record.url,
    'http.response.status_code': record.status,
    requestHeaders: record.requestHeaders ?? [
      ['accept', '*/*'],
      ['host', new URL(record.url).host],
    ],
    responseHeaders:
      record.responseHeaders ??
      (record.responseType ? [['content-type', record.responseType]] : []),
    requestBody: body(record.requestBody, record.requestType),
    responseBody: body(record.responseBody, record.responseType),
    cookiesSent: [],
    cookiesSet: [],
    corsError: null,
    failure: null,
    ...record.more,
  }
}

export function recordSql(
  parent: HttpHop,
  text: string,
  { at, ms }: { readonly at: number; readonly ms: number },
  fields: Partial<SqlHop> = {},
): SqlHop {
  return {
    type: 'sql',
    exchange: parent.exchange,
    id: createHopId(),
    parent: parent.id,
    from: 'fastapi',
    to: 'sql',
    startTime: at,
    endTime: at + ms,
    code: null,
    'db.system.name': 'sqlite',
    'db.query.text': text,
    'db.query.parameters': [],
    'db.response.returned_rows': null,
    'error.message': null,
    ...fields,
  }
}

const USERS = JSON.stringify([
  { id: 1, name: 'Ada Lovelace', email: 'ada@example.com' },
  { id: 2, name: 'Grace Hopper', email: 'grace@example.com' },
])

export function recordListPage(at: number): Hop[] {
  const exchange = createExchangeId()
  const page = recordHttp(exchange, {
    kind: 'page',
    method: 'GET',
    url: 'http://localhost:3000/users?page=1',
    status: 200,
    at,
    ms: 38,
    responseType: 'text/html; charset=utf-8',
    responseBody:
      '<!DOCTYPE html><html lang="en"><head><title>People</title></head><body><main><h1>People</h1></main></body></html>',
  })
  const api = recordHttp(exchange, {
    parent: page.id,
    kind: 'api',
    method: 'GET',
    url: 'http://localhost:8000/users?limit=10&offset=0',
    status: 200,
    at: at + 6,
    ms: 21,
    responseType: 'application/json',
    responseBody: USERS,
  })
  return [
    page,
    api,
    recordSql(
      api,
      'SELECT count(*) AS count_1 FROM user',
      { at: at + 9, ms: 1.4 },
      {
        'db.response.returned_rows': 1,
      },
    ),
    recordSql(
      api,
      'SELECT user.id, user.name, user.email FROM user ORDER BY user.name LIMIT ? OFFSET ?',
      { at: at + 13, ms: 2.2 },
      {
        'db.query.parameters': [10, 0],
        'db.response.returned_rows': 2,
      },
    ),
  ]
}

export function recordAction(at: number): Hop[] {
  const exchange = createExchangeId()
  const action = recordHttp(exchange, {
    kind: 'action',
    method: 'POST',
    url: 'http://localhost:3000/users/new',
    status: 303,
    at,
    ms: 61,
    requestType: 'multipart/form-data; boundary=x',
    requestBody: 'name=Ada&email=ada%40example.com&password=secret',
    requestHeaders: [
      ['next-action', '40f1d0'],
      ['origin', 'http://localhost:3000'],
      ['authorization', 'Bearer eyJhbGciOi'],
    ],
    responseType: 'text/x-component',
    responseBody: '0:{"a":"$@1","f":"","b":"development"}\n1:null\n',
    more: {
      cookiesSent: [['theme', 'dark']],
      cookiesSet: [
        {
          name: 'flash',
          line: 'flash=created; Path=/; HttpOnly; SameSite=Lax',
          outcome: 'stored',
          reason: null,
        },
        {
          name: 'track',
          line: 'track=1; SameSite=None',
          outcome: 'refused',
          reason: 'SameSite=None without Secure is not accepted.',
        },
      ],
    },
  })
  const api = recordHttp(exchange, {
    parent: action.id,
    kind: 'api',
    method: 'POST',
    url: 'http://localhost:8000/users',
    status: 201,
    at: at + 8,
    ms: 34,
    requestType: 'application/json',
    requestBody: '{"name":"Ada","email":"ada@example.com"}',
    responseType: 'application/json',
    responseBody: '{"id":3,"name":"Ada","email":"ada@example.com"}',
  })
  return [
    action,
    api,
    recordSql(
      api,
      'INSERT INTO user (name, email) VALUES (?, ?) RETURNING id',
      { at: at + 14, ms: 3.1 },
      {
        'db.query.parameters': ['Ada', 'ada@example.com'],
        'db.response.returned_rows': 1,
      },
    ),
  ]
}

export function recordRefusedFetch(at: number): Hop[] {
  const exchange = createExchangeId()
  return [
    recordHttp(exchange, {
      kind: 'api',
      method: 'GET',
      url: 'http://localhost:8000/slow',
      status: 500,
      at,
      ms: 9,
      responseType: 'text/plain',
      responseBody: 'Internal Server Error',
      more: {
        corsError:
          "Access to fetch at 'http://localhost:8000/slow' from origin 'http://localhost:3000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
      },
    }),
  ]
}

export function recordAsset(at: number, url: string): Hop[] {
  return [
    recordHttp(createExchangeId(), {
      kind: 'asset',
      method: 'GET',
      url,
      status: 200,
      at,
      ms: 2,
      responseType: 'text/css',
      responseBody: 'body{}',
    }),
  ]
}

/** What FastAPI runs before anybody asks: a table and its first row. */
export function recordStartUp(): readonly [SqlHop, SqlHop] {
  const exchange = createExchangeId()
  const statement = (text: string, at: number): SqlHop => ({
    type: 'sql',
    exchange,
    id: createHopId(),
    parent: null,
    from: 'fastapi',
    to: 'sql',
    startTime: at,
    endTime: at + 1,
    code: null,
    'db.system.name': 'sqlite',
    'db.query.text': text,
    'db.query.parameters': [],
    'db.response.returned_rows': null,
    'error.message': null,
  })
  return [
    statement('CREATE TABLE user (id INTEGER NOT NULL)', 0),
    statement('INSERT INTO user (id) VALUES (1)', 2),
  ]
}
