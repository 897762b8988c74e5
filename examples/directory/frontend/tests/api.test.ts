import { afterEach, expect, test, vi } from 'vitest'
import { createPerson, deletePerson, listPeople, readPerson } from '@/lib/api'

const ada = {
  id: 1,
  name: 'Ada',
  email: 'ada@example.com',
  title: 'Designer',
  team: 'design',
  about: '',
  starred: false,
  created_at: '2026-01-12T09:00:00Z',
}
const values = {
  name: 'Ada',
  email: 'ada@example.com',
  title: 'Designer',
  team: 'design',
  about: '',
}

function answerWith(make: () => Response) {
  const asked = vi.fn<typeof fetch>(async () => make())
  vi.stubGlobal('fetch', asked)
  return asked
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a search becomes a query; the rows become people', async () => {
  const asked = answerWith(() => Response.json({ items: [ada], total: 1, page: 2, pages: 2 }))
  const people = await listPeople({ q: 'a b', team: 'design', page: 2 }, 8)
  expect(String(asked.mock.calls[0]?.[0])).toBe(
    'http://api.test/api/people?page=2&size=8&q=a+b&team=design',
  )
  expect(people.items[0]?.createdAt).toBe('2026-01-12T09:00:00Z')
})

test('an absent person is null, not an error', async () => {
  answerWith(() =>
    Response.json({ code: 'not_found', message: 'No.', fields: {} }, { status: 404 }),
  )
  expect(await readPerson(9)).toBeNull()
})

test('an answer of another shape is an error, not an undefined on the page', async () => {
  answerWith(() => Response.json({ ...ada, team: 'sales' }))
  await expect(readPerson(1)).rejects.toThrow('team is unknown')
})

test('what FastAPI refuses comes back with its fields', async () => {
  answerWith(() =>
    Response.json(
      { code: 'conflict', message: 'Taken.', fields: { email: 'Taken.' } },
      { status: 409 },
    ),
  )
  const outcome = await createPerson(values)
  expect(outcome).toMatchObject({
    ok: false,
    problem: { status: 409, fields: { email: 'Taken.' } },
  })
})

test('no answer at all is a problem with a sentence', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('fetch failed')))
  const outcome = await createPerson(values)
  expect(outcome).toMatchObject({ ok: false, problem: { status: 0, code: 'unreachable' } })
})

test('an error page of something in between is a problem too', async () => {
  answerWith(() => new Response('<html>Bad gateway</html>', { status: 502 }))
  expect(await createPerson(values)).toMatchObject({
    ok: false,
    problem: { status: 502, code: 'unknown' },
  })
})

test('204 has no body to read', async () => {
  answerWith(() => new Response(null, { status: 204 }))
  expect(await deletePerson(1)).toEqual({ ok: true, value: null })
})
