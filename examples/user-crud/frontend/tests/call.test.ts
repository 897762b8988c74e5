import { afterEach, expect, test, vi } from 'vitest'
import { call, unwrap } from '@/lib/api/call'

function answerWith(make: () => Response) {
  const asked = vi.fn<typeof fetch>(async () => make())
  vi.stubGlobal('fetch', asked)
  return () => {
    const [url, init] = asked.mock.calls[0] ?? []
    return { url: String(url), init, headers: new Headers(init?.headers) }
  }
}

const problem = { code: 'not_found', message: 'There is no such note.', fields: {} }

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('the token goes into a header, the query into the address', async () => {
  const asked = answerWith(() => Response.json({ items: [], total: 0, page: 2, pages: 1 }))
  await call('get', '/api/notes', { token: 't.o.k', query: { q: 'a&b', page: 2 } })
  expect(asked().url).toBe('http://api.test/api/notes?q=a%26b&page=2')
  expect(asked().headers.get('Authorization')).toBe('Bearer t.o.k')
})

test('without a token there is no Authorization, not an empty one', async () => {
  const asked = answerWith(() => Response.json({ people: 0, notes: 0 }))
  await call('get', '/api/stats', {})
  expect(asked().headers.has('Authorization')).toBe(false)
})

test.each(['../users/me', 'a?b=c', 'a#b', 'a/b', '..%2Fusers'])(
  'a value in a path stays one segment: %s',
  async (id) => {
    const asked = answerWith(() => Response.json(problem, { status: 404 }))
    await call('get', '/api/notes/{note_id}', { path: { note_id: id } })
    expect(asked().url).toBe(`http://api.test/api/notes/${encodeURIComponent(id)}`)
  },
)

test('a body is JSON, and a form where FastAPI wants one', async () => {
  const body = { grant_type: 'password', username: 'a@b.example', password: 'x&y' } as const
  const asJson = answerWith(() => new Response(null, { status: 204 }))
  await call('post', '/api/users/me/delete', { token: 't', body: { password: 'x' } })
  expect(asJson().init?.body).toBe('{"password":"x"}')
  const asForm = answerWith(() => Response.json({}))
  await call('post', '/api/token', { body, isForm: true })
  expect(String(asForm().init?.body)).toBe(
    'grant_type=password&username=a%40b.example&password=x%26y',
  )
  expect(asForm().headers.has('Content-Type')).toBe(false)
})

test('204 has no body to read', async () => {
  answerWith(() => new Response(null, { status: 204 }))
  const outcome = await call('delete', '/api/notes/{note_id}', { path: { note_id: 'x' } })
  expect(outcome).toEqual({ ok: true, value: null })
})

test('what FastAPI refuses comes back as its problem, and stops a page', async () => {
  answerWith(() => Response.json(problem, { status: 404 }))
  const outcome = await call('get', '/api/notes/{note_id}', { path: { note_id: 'x' } })
  expect(outcome).toEqual({ ok: false, problem: { status: 404, ...problem } })
  expect(() => unwrap(outcome)).toThrow('There is no such note.')
})

test('an error page of something in between is a problem too', async () => {
  answerWith(() => new Response('<html>Bad gateway</html>', { status: 502 }))
  const outcome = await call('get', '/api/stats', {})
  expect(outcome).toMatchObject({ ok: false, problem: { status: 502, code: 'unknown' } })
})

test.each([
  ['no answer', () => Promise.reject(new TypeError('fetch failed'))],
  [
    'half an answer',
    async () => new Response('{"people":', { headers: { 'Content-Type': 'application/json' } }),
  ],
])('%s is a problem with a sentence, not an exception', async (_, answer) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.stubGlobal('fetch', answer)
  const outcome = await call('get', '/api/stats', {})
  expect(outcome).toMatchObject({ ok: false, problem: { status: 0, code: 'unreachable' } })
})
