// The one place that talks to FastAPI. Runs on Next's server only; the browser never learns the address.
import 'server-only'
import { unstable_rethrow as rethrowIfNexts } from 'next/navigation'
import { readEnvironment } from '@/lib/env'
import type { Answer, Input, PathOf, Verb } from './paths'
import { parseProblem, unreachable, type Problem } from './problem'

const ANSWER_WITHIN_MS = 10_000

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; problem: Problem }

interface Options {
  token?: string | null
  /** Sends the body as a form, where FastAPI wants one. */
  isForm?: boolean
}

interface Given extends Options {
  path?: object
  query?: object
  body?: object
}

function toAddress(template: string, { path = {}, query = {} }: Given): URL {
  const values = new Map(Object.entries(path))
  // Encoded, so that a value stays one segment: `../users` becomes `..%2Fusers`.
  const address = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(values.get(name))),
  )
  const url = new URL(address, readEnvironment().apiUrl)
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  return url
}

function toRequest(verb: Verb, { token, body, isForm }: Given): RequestInit {
  const headers = new Headers({ Accept: 'application/json' })
  if (token) headers.set('Authorization', `Bearer ${token}`)
  if (body && !isForm) headers.set('Content-Type', 'application/json')
  return {
    method: verb.toUpperCase(),
    headers,
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    ...(body && {
      // fetch names the content type of URLSearchParams by itself.
      body: isForm ? new URLSearchParams(Object.entries(body)) : JSON.stringify(body),
    }),
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json')
  return isJson && text ? JSON.parse(text) : null
}

/** What went wrong is part of the outcome: pages `unwrap` it, actions show it. Throws only what is Next's own. */
export async function call<V extends Verb, P extends PathOf<V>>(
  verb: V,
  path: P,
  input: Input<V, P> & Options,
): Promise<Outcome<Answer<V, P>>> {
  // An intersection of inferred types; what we do with it needs to know no more than this.
  const given: Given = input
  try {
    const response = await fetch(toAddress(path, given), toRequest(verb, given))
    const answer = await readJson(response)
    if (!response.ok) return { ok: false, problem: parseProblem(response.status, answer) }
    // Not checked at run time: the types are generated from this API, and a test fails when they drift apart.
    return { ok: true, value: answer as Answer<V, P> }
  } catch (error) {
    // Next ends a prerender by rejecting what it still waits for. Our own signal says TimeoutError, never AbortError.
    rethrowIfNexts(error)
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    console.error(`${verb.toUpperCase()} ${path} was not answered`, error)
    return { ok: false, problem: unreachable }
  }
}

/** For pages, where nothing is lost by showing error.tsx. */
export function unwrap<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value
  throw new Error(outcome.problem.message)
}
