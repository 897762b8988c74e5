// What is compared: what the page saw, what reached the server, what the console says. Both sides give this shape,
// with PAGE, API and OTHER in place of origins.
import type { Answer, Case } from './cases.ts'

export interface PageOutcome {
  readonly verdict: 'readable' | 'opaque' | 'opaqueredirect' | 'blocked'
  /** null unless readable. */
  readonly status: number | null
  /** Names that the page can read, sorted. */
  readonly headers: readonly string[]
}

/** `PUT /path` and the headers that matter here, or null where absent. */
export interface SeenRequest {
  readonly line: string
  readonly origin: string | null
  readonly cookie: string | null
  readonly requestMethod: string | null
  readonly requestHeaders: string | null
  readonly contentType: string | null
}

export interface Outcome {
  readonly page: readonly PageOutcome[]
  readonly seen: readonly SeenRequest[]
  readonly console: readonly string[]
}

export interface Origins {
  readonly PAGE: string
  readonly API: string
  readonly OTHER: string
}

/** Puts real origins in. */
export function fillIn(text: string, origins: Origins): string {
  return text.replaceAll(/\b(PAGE|API|OTHER)(?=[/,]|$)/g, (name) => {
    if (name === 'PAGE' || name === 'API' || name === 'OTHER') return origins[name]
    return name
  })
}

/** Takes real origins out. */
export function takeOut(text: string, { PAGE, API, OTHER }: Origins): string {
  return text.replaceAll(PAGE, 'PAGE').replaceAll(API, 'API').replaceAll(OTHER, 'OTHER')
}

/** The answer to one request of a case. */
export function chooseAnswer(
  { answers, preflight }: Case,
  path: string,
  isPreflight: boolean,
): Answer {
  const missing: Answer = { status: 404, headers: { 'access-control-allow-origin': '*' } }
  return (isPreflight ? preflight : answers[path]) ?? missing
}

/** Headers as pairs, origins filled in, and what every answer carries. */
export function answerHeaders(answer: Answer, origins: Origins): [string, string][] {
  const pairs = Object.entries(answer.headers).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [
      name,
      fillIn(one, origins),
    ]),
  )
  return [...pairs, ['content-type', 'text/plain']]
}

/** Written by Node's server, not by the case. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
])

export function comparedNames(names: Iterable<string>): string[] {
  return [...new Set(names)].filter((name) => !NOT_COMPARED.has(name)).sort()
}
