// The CORS matrix: what a page at PAGE asks of API, and what API answers. The same list is run against real Chromium
// with two real ports and against the broker. PAGE, API and OTHER are origins, filled in by each side.
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  /** Text of the body; `ok` when absent. */
  readonly body?: string
}

export interface Ask {
  /** Relative to API, or absolute with PAGE, API or OTHER in front. */
  readonly path?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly credentials?: 'omit' | 'same-origin' | 'include'
  readonly mode?: 'cors' | 'no-cors'
  readonly redirect?: 'follow' | 'error' | 'manual'
  readonly body?: string
}

export interface Case {
  readonly name: string
  readonly asks: readonly Ask[]
  /** By path; the default is `/`. */
  readonly answers: Readonly<Record<string, Answer>>
  /** To OPTIONS requests with Access-Control-Request-Method, on every path. */
  readonly preflight?: Answer
}

const allow = (...more: [string, string | readonly string[]][]): Answer => ({
  status: 200,
  headers: { 'access-control-allow-origin': 'PAGE', ...Object.fromEntries(more) },
})
const anyone: Answer = { status: 200, headers: { 'access-control-allow-origin': '*' } }
const silent: Answer = { status: 200, headers: {} }
const withCredentials = allow(['access-control-allow-credentials', 'true'])
const methods = (value: string) => allow(['access-control-allow-methods', value])
const names = (value: string) => allow(['access-control-allow-headers', value])
const to = (location: string, status = 302): Answer => ({
  status,
  headers: { 'access-control-allow-origin': 'PAGE', location },
})

function simple(name: string, ask: Ask, answer: Answer): Case {
  return { name, asks: [ask], answers: { '/': answer } }
}

function asked(name: string, ask: Ask, preflight: Answer, answer: Answer = allow()): Case {
  return { name, asks: [ask], answers: { '/': answer }, preflight }
}

const PUT: Ask = { method: 'PUT' }
const JSON_POST: Ask = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: '{}',
}
const custom = (name: string, value = '1'): Ask => ({ headers: { [name]: value } })

const ORIGIN_CASES: readonly Case[] = [
  simple('no header at all', {}, silent),
  simple('the origin itself', {}, allow()),
  simple('everybody', {}, anyone),
  simple(
    'another origin',
    {},
    { status: 200, headers: { 'access-control-allow-origin': 'http://localhost:1' } },
  ),
  simple(
    'the origin with a slash',
    {},
    { status: 200, headers: { 'access-control-allow-origin': 'PAGE/' } },
  ),
  simple('the text null', {}, { status: 200, headers: { 'access-control-allow-origin': 'null' } }),
  simple('a word', {}, { status: 200, headers: { 'access-control-allow-origin': 'everyone' } }),
  simple('an empty value', {}, { status: 200, headers: { 'access-control-allow-origin': '' } }),
  simple(
    'two values in one line',
    {},
    { status: 200, headers: { 'access-control-allow-origin': 'PAGE, http://x' } },
  ),
  simple(
    'two lines',
    {},
    { status: 200, headers: { 'access-control-allow-origin': ['PAGE', 'PAGE'] } },
  ),
  simple(
    '127.0.0.1 for localhost',
    {},
    { status: 200, headers: { 'access-control-allow-origin': 'OTHER' } },
  ),
  simple('a 500 without the header', {}, { status: 500, headers: {} }),
  simple('a 500 with the header', {}, { ...allow(), status: 500 }),
  simple('a 404 with the header', {}, { ...allow(), status: 404 }),
  simple('omit', { credentials: 'omit' }, allow()),
]

const CREDENTIALS: Ask = { credentials: 'include' }
const CREDENTIAL_CASES: readonly Case[] = [
  simple('credentials, both headers', CREDENTIALS, withCredentials),
  simple('credentials for everybody', CREDENTIALS, anyone),
  simple('credentials, everybody and allowed', CREDENTIALS, {
    status: 200,
    headers: { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' },
  }),
  simple('credentials, not allowed', CREDENTIALS, allow()),
  simple(
    'credentials, allowed in capitals',
    CREDENTIALS,
    allow(['access-control-allow-credentials', 'TRUE']),
  ),
  simple('credentials, false', CREDENTIALS, allow(['access-control-allow-credentials', 'false'])),
  simple('credentials, no origin', CREDENTIALS, silent),
  asked(
    'credentials with a preflight',
    { ...CREDENTIALS, ...PUT },
    {
      ...withCredentials,
      headers: { ...withCredentials.headers, 'access-control-allow-methods': 'PUT' },
    },
    withCredentials,
  ),
  asked(
    'credentials, preflight with *',
    { ...CREDENTIALS, ...PUT },
    {
      ...withCredentials,
      headers: { ...withCredentials.headers, 'access-control-allow-methods': '*' },
    },
    withCredentials,
  ),
  asked(
    'credentials, headers with *',
    { ...CREDENTIALS, ...custom('x-a') },
    {
      ...withCredentials,
      headers: { ...withCredentials.headers, 'access-control-allow-headers': '*' },
    },
    withCredentials,
  ),
  asked(
    'credentials, preflight without them',
    { ...CREDENTIALS, ...PUT },
    methods('PUT'),
    withCredentials,
  ),
]

const METHOD_CASES: readonly Case[] = [
  simple('HEAD', { method: 'HEAD' }, allow()),
  simple('POST of text', { method: 'POST', body: 'x' }, allow()),
  simple(
    'POST of a form',
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
      body: 'a=1',
    },
    allow(),
  ),
  asked('PUT, allowed', PUT, methods('GET, PUT')),
  asked('PUT, not named', PUT, methods('GET')),
  asked('PUT, no methods at all', PUT, allow()),
  asked('PUT, everything', PUT, methods('*')),
  asked('PUT, in small letters', PUT, methods('put')),
  asked('PUT, unreadable list', PUT, methods('PUT GET')),
  asked('patch in small letters', { method: 'patch' }, methods('PATCH')),
  asked('PATCH', { method: 'PATCH' }, methods('PATCH')),
  asked('DELETE, preflight without origin', { method: 'DELETE' }, silent),
  asked('DELETE, preflight is 404', { method: 'DELETE' }, { ...methods('DELETE'), status: 404 }),
  asked('DELETE, preflight is 204', { method: 'DELETE' }, { ...methods('DELETE'), status: 204 }),
  asked(
    'DELETE, preflight is 500 without headers',
    { method: 'DELETE' },
    { status: 500, headers: {} },
  ),
  asked('DELETE, preflight redirects', { method: 'DELETE' }, { ...to('API/elsewhere', 307) }),
  asked('DELETE, answer without origin', { method: 'DELETE' }, methods('DELETE'), silent),
  asked('DELETE, answer is a 500 without headers', { method: 'DELETE' }, methods('DELETE'), {
    status: 500,
    headers: {},
  }),
]

const HEADER_CASES: readonly Case[] = [
  asked('JSON, allowed', JSON_POST, names('Content-Type')),
  asked('JSON, not allowed', JSON_POST, allow()),
  asked('JSON, everything', JSON_POST, names('*')),
  asked('Authorization under *', custom('Authorization', 'Bearer x'), names('*')),
  asked('Authorization, named', custom('Authorization', 'Bearer x'), names('authorization')),
  asked('two headers, one allowed', { headers: { 'x-b': '1', 'X-A': '1' } }, names('x-a')),
  asked('two headers, both allowed', { headers: { 'x-b': '1', 'X-A': '1' } }, names('x-a,x-b')),
  asked('a header, unreadable list', custom('x-a'), names('x-a x-b')),
  asked('method and header, both refused', { method: 'PUT', headers: { 'x-a': '1' } }, allow()),
  simple('Accept', custom('accept', 'application/json'), allow()),
  asked('Accept with brackets', custom('accept', 'text/(x)'), names('accept')),
  asked('Accept, too long', custom('accept', 'a'.repeat(129)), names('accept')),
  simple('Accept-Language', custom('accept-language', 'de-AT, en;q=0.5'), allow()),
  asked(
    'Accept-Language with an at sign',
    custom('accept-language', 'de@at'),
    names('accept-language'),
  ),
  simple('Content-Language', custom('content-language', 'de'), allow()),
  simple('Range', custom('range', 'bytes=0-9'), allow()),
  asked('Range from the end', custom('range', 'bytes=-9'), names('range')),
  simple(
    'text/plain with a parameter',
    { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'x' },
    allow(),
  ),
  asked(
    'text/html',
    { method: 'POST', headers: { 'content-type': 'text/html' }, body: 'x' },
    names('content-type'),
  ),
  asked('traceparent', custom('traceparent', '00-1'), names('traceparent')),
]

const exposed = (value: string, more: readonly [string, string][] = []) =>
  allow(['access-control-expose-headers', value], ['x-a', '1'], ['x-b', '2'], ...more)
const EXPOSE_CASES: readonly Case[] = [
  simple(
    'nothing exposed',
    {},
    allow(['x-a', '1'], ['cache-control', 'no-store'], ['etag', '"1"'], ['content-language', 'de']),
  ),
  simple('one exposed', {}, exposed('X-A')),
  simple('two exposed', {}, exposed('x-a, x-b')),
  simple('everything exposed', {}, exposed('*')),
  simple(
    'everything exposed, with credentials',
    CREDENTIALS,
    exposed('*', [['access-control-allow-credentials', 'true']]),
  ),
]

const REDIRECT_CASES: readonly Case[] = [
  { name: 'redirect on the API', asks: [{}], answers: { '/': to('API/b'), '/b': allow() } },
  {
    name: 'redirect without the header',
    asks: [{}],
    answers: { '/': { status: 302, headers: { location: 'API/b' } }, '/b': allow() },
  },
  {
    name: 'redirect to an answer without the header',
    asks: [{}],
    answers: { '/': to('API/b'), '/b': silent },
  },
  {
    name: 'redirect to a third origin',
    asks: [{}],
    answers: { '/': to('OTHER/b'), '/b': allow() },
  },
  {
    name: 'redirect to a third origin that allows null',
    asks: [{}],
    answers: {
      '/': to('OTHER/b'),
      '/b': { status: 200, headers: { 'access-control-allow-origin': 'null' } },
    },
  },
  {
    name: 'redirect to a third origin that allows everybody',
    asks: [{}],
    answers: { '/': to('OTHER/b'), '/b': anyone },
  },
  {
    name: 'redirect refused by the request',
    asks: [{ redirect: 'error' }],
    answers: { '/': to('API/b'), '/b': allow() },
  },
  {
    name: 'redirect by hand',
    asks: [{ redirect: 'manual' }],
    answers: { '/': to('API/b'), '/b': allow() },
  },
  {
    name: 'redirect after a preflight',
    asks: [PUT],
    answers: { '/': to('API/b', 307), '/b': allow() },
    preflight: methods('PUT'),
  },
  {
    name: 'redirect of a PUT to a third origin',
    asks: [PUT],
    answers: { '/': to('OTHER/b', 307), '/b': allow() },
    preflight: methods('PUT'),
  },
  {
    name: 'redirect of a POST',
    asks: [{ method: 'POST', body: 'x' }],
    answers: { '/': to('API/b', 303), '/b': allow() },
  },
  {
    name: 'redirect with a password',
    asks: [{}],
    answers: { '/': to('http://a:b@localhost:1/b') },
  },
  { name: 'redirect in a circle', asks: [{}], answers: { '/': to('API/') } },
]

const CACHE_CASES: readonly Case[] = [
  {
    name: 'a second PUT within five seconds',
    asks: [PUT, PUT],
    answers: { '/': allow() },
    preflight: methods('PUT'),
  },
  {
    name: 'a second PUT with Max-Age 0',
    asks: [PUT, PUT],
    answers: { '/': allow() },
    preflight: allow(['access-control-allow-methods', 'PUT'], ['access-control-max-age', '0']),
  },
  {
    name: 'a second PUT with Max-Age 600',
    asks: [PUT, PUT],
    answers: { '/': allow() },
    preflight: allow(['access-control-allow-methods', 'PUT'], ['access-control-max-age', '600']),
  },
  {
    name: 'a second PUT with a Max-Age that is no number',
    asks: [PUT, PUT],
    answers: { '/': allow() },
    preflight: allow(['access-control-allow-methods', 'PUT'], ['access-control-max-age', 'x']),
  },
  {
    name: 'PUT, then a header that was not asked for',
    asks: [PUT, { ...PUT, headers: { 'x-a': '1' } }],
    answers: { '/': allow() },
    preflight: allow(
      ['access-control-allow-methods', 'PUT'],
      ['access-control-allow-headers', 'x-a'],
    ),
  },
  {
    name: 'PUT, then DELETE',
    asks: [PUT, { method: 'DELETE' }],
    answers: { '/': allow() },
    preflight: methods('PUT'),
  },
  {
    name: 'PUT, then with credentials',
    asks: [PUT, { ...PUT, ...CREDENTIALS }],
    answers: { '/': withCredentials },
    preflight: {
      ...withCredentials,
      headers: { ...withCredentials.headers, 'access-control-allow-methods': 'PUT' },
    },
  },
  {
    name: 'PUT with credentials, then without',
    asks: [{ ...PUT, ...CREDENTIALS }, PUT],
    answers: { '/': withCredentials },
    preflight: {
      ...withCredentials,
      headers: { ...withCredentials.headers, 'access-control-allow-methods': 'PUT' },
    },
  },
  {
    name: 'PUT here, then on another path',
    asks: [PUT, { ...PUT, path: '/b' }],
    answers: { '/': allow(), '/b': allow() },
    preflight: methods('PUT'),
  },
]

const OPAQUE_CASES: readonly Case[] = [
  simple('no-cors', { mode: 'no-cors' }, silent),
  simple('no-cors with credentials', { mode: 'no-cors', credentials: 'include' }, silent),
  simple('no-cors POST', { mode: 'no-cors', method: 'POST', body: 'x' }, silent),
  {
    name: 'no-cors redirect',
    asks: [{ mode: 'no-cors' }],
    answers: { '/': to('API/b'), '/b': silent },
  },
]

export const CASES: readonly Case[] = [
  ...ORIGIN_CASES,
  ...CREDENTIAL_CASES,
  ...METHOD_CASES,
  ...HEADER_CASES,
  ...EXPOSE_CASES,
  ...REDIRECT_CASES,
  ...CACHE_CASES,
  ...OPAQUE_CASES,
]
