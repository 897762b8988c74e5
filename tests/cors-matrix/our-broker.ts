// The matrix in our broker: the same cases, a FastAPI made of a function. Runs anywhere.
import {
  createFakeNetwork,
  navigate,
  pageFetch,
  respond,
} from '../../playground/runtime/broker/fixtures/network.ts'
import { FailureError } from '../../playground/runtime/wire/failure.ts'
import { getHeader } from '../../playground/runtime/wire/headers.ts'
import type { WireRequest, WireResponse } from '../../playground/runtime/wire/request-port.ts'
import type { Ask, Case } from './cases.ts'
import {
  answerHeaders,
  chooseAnswer,
  comparedNames,
  takeOut,
  type Origins,
  type Outcome,
  type PageOutcome,
  type SeenRequest,
} from './outcome.ts'

const ORIGINS: Origins = {
  PAGE: 'http://localhost:3000',
  API: 'http://localhost:8000',
  OTHER: 'http://127.0.0.1:8000',
}

export async function runInBroker(one: Case): Promise<Outcome> {
  const network = createFakeNetwork({
    next: async () => respond(200, '', [['set-cookie', 'session=1']]),
    fastapi: async (request) => answer(one, request),
  })
  await network.broker.answerPage(navigate(`${ORIGINS.PAGE}/`))
  network.seen.length = 0
  const page: PageOutcome[] = []
  for (const ask of one.asks) page.push(await fetchInBroker(network.broker, ask))
  return {
    page,
    seen: network.seen.map(describeSeen),
    console: network.lines.map(({ text }) => takeOut(text, ORIGINS)),
  }
}

function answer(one: Case, { method, url, headers }: WireRequest): WireResponse {
  const asked = getHeader(headers, 'access-control-request-method')
  const chosen = chooseAnswer(one, new URL(url).pathname, method === 'OPTIONS' && asked !== null)
  const body = chosen.status === 204 ? null : (chosen.body ?? 'ok')
  return respond(chosen.status, body, answerHeaders(chosen, ORIGINS))
}

type Asked = { answerPage(request: ReturnType<typeof pageFetch>): Promise<WireResponse> }

async function fetchInBroker(broker: Asked, ask: Ask): Promise<PageOutcome> {
  const { path = '/', method = 'GET', headers = {}, body } = ask
  const { mode = 'cors', credentials = 'same-origin', redirect = 'follow' } = ask
  // As a Request does: a body of text names its type, the usual methods are written in capitals.
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  const hasType = named.some(([name]) => name === 'content-type')
  const typed =
    body !== undefined && !hasType ? [['content-type', 'text/plain;charset=UTF-8'] as const] : []
  const request = pageFetch(ORIGINS.API + path, {
    method,
    headers: [...named, ...typed],
    ...(body === undefined ? {} : { body }),
    browser: { mode, credentials, redirect },
  })
  try {
    const response = await broker.answerPage(request)
    if (mode === 'no-cors') return { verdict: 'opaque', status: null, headers: [] }
    if (redirect === 'manual' && response.status >= 300 && response.status < 400) {
      return { verdict: 'opaqueredirect', status: null, headers: [] }
    }
    const names = response.headers.map(([name]) => name.toLowerCase())
    return { verdict: 'readable', status: response.status, headers: comparedNames(names) }
  } catch (cause) {
    if (!(cause instanceof FailureError)) throw cause
    return { verdict: 'blocked', status: null, headers: [] }
  }
}

function describeSeen({ method, url, headers }: WireRequest): SeenRequest {
  const text = (name: string) => {
    const value = getHeader(headers, name)
    return value === null ? null : takeOut(value, ORIGINS)
  }
  return {
    line: `${method} ${new URL(url).pathname}`,
    origin: text('origin'),
    cookie: text('cookie'),
    requestMethod: text('access-control-request-method'),
    requestHeaders: text('access-control-request-headers'),
    contentType: text('content-type'),
  }
}
