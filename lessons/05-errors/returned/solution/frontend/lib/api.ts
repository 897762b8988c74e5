// Every call to FastAPI. Runs on Next's server only; the browser never learns the address.
import 'server-only'
import { cache } from 'react'
import { apiUrl } from './env'
import { isJsonObject, parsePeoplePage, parsePerson, type PeoplePage, type Person } from './person'
import type { PersonValues } from './person-form'
import { parseProblem, unreachable, type Problem } from './problem'
import type { Search } from './search'

const ANSWER_WITHIN_MS = 10_000

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; problem: Problem }

async function call(method: string, path: string, body?: object): Promise<Outcome<unknown>> {
  let response: Response
  let text: string
  try {
    response = await fetch(new URL(path, apiUrl), {
      method,
      cache: 'no-store',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    })
    text = await response.text()
  } catch (error) {
    console.error(`${method} ${path} was not answered`, error)
    return { ok: false, problem: unreachable }
  }
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json') && text !== ''
  const answer: unknown = isJson ? JSON.parse(text) : null
  return response.ok
    ? { ok: true, value: answer }
    : { ok: false, problem: parseProblem(response.status, answer) }
}

/** For pages, where nothing is lost by showing error.tsx. Actions return the problem instead, and keep the form. */
function unwrap(outcome: Outcome<unknown>): unknown {
  if (outcome.ok) return outcome.value
  throw new Error(outcome.problem.message)
}

function map<From, To>(outcome: Outcome<From>, change: (value: From) => To): Outcome<To> {
  return outcome.ok ? { ok: true, value: change(outcome.value) } : outcome
}

export async function listPeople(search: Search, size: number): Promise<PeoplePage> {
  const query = new URLSearchParams({ page: String(search.page), size: String(size) })
  if (search.q) query.set('q', search.q)
  if (search.team) query.set('team', search.team)
  return parsePeoplePage(unwrap(await call('GET', `/api/people?${query}`)))
}

/** null when there is no such person. Asked once a request, however many components ask. */
export const readPerson = cache(async (id: number): Promise<Person | null> => {
  const outcome = await call('GET', `/api/people/${id}`)
  return !outcome.ok && outcome.problem.status === 404 ? null : parsePerson(unwrap(outcome))
})

export async function createPerson(values: PersonValues): Promise<Outcome<Person>> {
  return map(await call('POST', '/api/people', values), parsePerson)
}

export async function updatePerson(id: number, values: PersonValues): Promise<Outcome<Person>> {
  return map(await call('PATCH', `/api/people/${id}`, values), parsePerson)
}

export async function deletePerson(id: number): Promise<Outcome<unknown>> {
  return call('DELETE', `/api/people/${id}`)
}

export async function setStarred(id: number, starred: boolean): Promise<Outcome<unknown>> {
  return call(starred ? 'PUT' : 'DELETE', `/api/people/${id}/star`)
}

export async function isEmailAvailable(
  email: string,
  exceptId: number | null,
): Promise<Outcome<boolean>> {
  const query = new URLSearchParams({ email })
  if (exceptId !== null) query.set('except_id', String(exceptId))
  const outcome = await call('GET', `/api/email-availability?${query}`)
  return map(outcome, (value) => isJsonObject(value) && value.available === true)
}
