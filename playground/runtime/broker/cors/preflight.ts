// CORS-preflight (Fetch standard, section 4.8): when a request needs one, what it sends, what its answer allows,
// and the cache of what was allowed. Runs anywhere; sends nothing itself.
import type { HeaderPairs } from '../../wire/headers.ts'
import { getHeader } from '../../wire/headers.ts'
import { checkCors, type CorsRequest } from './cors-check.ts'
import { isSafeMethod, listTokens, listValues, unsafeHeaderNames } from './safelist.ts'

/** Seconds that an answer without Access-Control-Max-Age is kept, and Chromium's cap. */
const DEFAULT_MAX_AGE = 5
const MAX_AGE_LIMIT = 7200

export interface PreflightQuestion extends CorsRequest {
  readonly url: string
  readonly method: string
  readonly headerNames: readonly string[]
}

/** null when the request may go without asking. */
export function askBeforehand(
  method: string,
  url: string,
  headers: HeaderPairs,
  request: CorsRequest,
): PreflightQuestion | null {
  const headerNames = unsafeHeaderNames(headers)
  if (isSafeMethod(method) && headerNames.length === 0) return null
  return { ...request, method, url, headerNames }
}

/** Headers of the OPTIONS request that the standard adds; the browser's own are browser-headers.ts's. */
export function preflightHeaders({ method, headerNames }: PreflightQuestion): HeaderPairs {
  const asked: HeaderPairs = [
    ['accept', '*/*'],
    ['access-control-request-method', method],
  ]
  if (headerNames.length === 0) return asked
  return [...asked, ['access-control-request-headers', headerNames.join(',')]]
}

export interface PreflightAnswer {
  readonly status: number
  readonly headers: HeaderPairs
}

interface Allowed {
  readonly methods: ReadonlySet<string>
  readonly headers: ReadonlySet<string>
  readonly withCredentials: boolean
}

const FAILED = "Response to preflight request doesn't pass access control check: "

/** null when the answer allows the request, else Chromium's reason. */
export function judgePreflight(
  question: PreflightQuestion,
  { status, headers }: PreflightAnswer,
): string | null {
  const refused = checkCors(headers, question)
  if (status >= 300 && status < 400) {
    return `${FAILED}Redirect is not allowed for a preflight request.`
  }
  if (refused !== null) return FAILED + refused
  if (status < 200 || status > 299) return `${FAILED}It does not have HTTP ok status.`
  const allowed = readAllowed(question, headers)
  return typeof allowed === 'string' ? allowed : judge(question, allowed)
}

function readAllowed(question: PreflightQuestion, headers: HeaderPairs): Allowed | string {
  const methods = listTokens(headers, 'access-control-allow-methods')
  const names = listValues(headers, 'access-control-allow-headers')
  const cannotParse = (name: string) =>
    `Cannot parse ${name} response header field in preflight response.`
  if (methods === undefined) return cannotParse('Access-Control-Allow-Methods')
  if (names === undefined) return cannotParse('Access-Control-Allow-Headers')
  return {
    methods: new Set(methods),
    headers: new Set(names),
    withCredentials: question.withCredentials,
  }
}

function judge({ method, headerNames }: PreflightQuestion, allowed: Allowed): string | null {
  if (!isMethodAllowed(method, allowed)) {
    return `Method ${method} is not allowed by Access-Control-Allow-Methods in preflight response.`
  }
  const refused = headerNames.find((name) => !isHeaderAllowed(name, allowed))
  if (refused === undefined) return null
  return `Request header field ${refused} is not allowed by Access-Control-Allow-Headers in preflight response.`
}

/** With credentials `*` is a name like any other. */
function isMethodAllowed(method: string, { methods, withCredentials }: Allowed): boolean {
  return methods.has(method) || isSafeMethod(method) || (methods.has('*') && !withCredentials)
}

/**
 * Chromium (156, measured in tests/cors-matrix) lets `*` cover Authorization, too. The Fetch standard and Firefox do
 * not ("CORS non-wildcard request-header name"). Remove when Chromium follows.
 */
function isHeaderAllowed(name: string, { headers, withCredentials }: Allowed): boolean {
  if (headers.has(name)) return true
  return headers.has('*') && !withCredentials
}

interface CacheEntry extends Allowed {
  /** Milliseconds since the epoch. */
  readonly expires: number
}

/** What earlier preflights allowed, one entry for each origin and address, as Chromium keeps it. */
export class PreflightCache {
  readonly #entries = new Map<string, CacheEntry>()

  allows(question: PreflightQuestion, now: number): boolean {
    const entry = this.#entries.get(keyOf(question))
    if (!entry || entry.expires <= now) return false
    // What was allowed without credentials says nothing of a request with them.
    if (question.withCredentials && !entry.withCredentials) return false
    return judge(question, entry) === null
  }

  keep(question: PreflightQuestion, { headers }: PreflightAnswer, now: number): void {
    const allowed = readAllowed(question, headers)
    if (typeof allowed === 'string') return
    const expires = now + readMaxAge(headers) * 1000
    this.#entries.set(keyOf(question), { ...allowed, expires })
  }

  /** After a request was refused in spite of what is kept. */
  forget(question: PreflightQuestion): void {
    this.#entries.delete(keyOf(question))
  }
}

function keyOf({ origin, url }: PreflightQuestion): string {
  return `${origin} ${url}`
}

/** Seconds. */
function readMaxAge(headers: HeaderPairs): number {
  const written = getHeader(headers, 'access-control-max-age')
  if (written === null || !/^-?\d+$/.test(written)) return DEFAULT_MAX_AGE
  return Math.min(Math.max(Number(written), 0), MAX_AGE_LIMIT)
}
