// An exchange as lines of text, so that two of them can be laid beside each other. What differs between any two requests
// (times, dates, trace ids) is left out. No React.
import type { HeaderPairs } from '../../runtime/wire/headers.ts'
import type { CapturedBody, CookieEvent, Exchange, Hop, HttpHop } from '../../runtime/wire/hop.ts'
import { showBody } from './body-text.ts'
import { crossing, shownPath } from './places.ts'
import { DOTS, hideBody, hideHeader } from './secrets.ts'
import { breakSql, listParameters } from './sql-text.ts'

interface ComparableOptions {
  readonly withSecrets: boolean
}

const ALWAYS_DIFFERENT = new Set(['date', 'traceparent', 'server-timing', 'x-request-id', 'age'])

/** The hops in the order in which they began, each with what is indented below it. */
export function toComparable({ hops }: Exchange, options: ComparableOptions): string {
  return [...hops]
    .sort((left, right) => left.startTime - right.startTime)
    .flatMap((hop) => linesOf(hop, options))
    .join('\n')
}

function linesOf(hop: Hop, options: ComparableOptions): string[] {
  if (hop.type === 'sql')
    return [
      crossing(hop),
      ...indent(breakSql(hop['db.query.text']).split('\n')),
      ...indent(listParameters(hop)),
      ...indent(hop['error.message'] === null ? [] : [hop['error.message']]),
    ]
  return [
    `${crossing(hop)} ${hop['http.request.method']} ${shownPath(hop)}`,
    ...indent([
      ...headerLines('>', hop.requestHeaders, options),
      ...bodyLines(hop.requestBody, options),
      `answered ${answerOf(hop)}`,
      ...headerLines('<', hop.responseHeaders, options),
      ...hop.cookiesSet.map((cookie) => cookieLine(cookie, options)),
      ...bodyLines(hop.responseBody, options),
    ]),
  ]
}

function answerOf(hop: HttpHop): string {
  return String(hop['http.response.status_code'] ?? hop.failure?.code ?? 'nothing yet')
}

/** By name: the order of headers says nothing. */
function headerLines(mark: '>' | '<', headers: HeaderPairs, { withSecrets }: ComparableOptions) {
  return headers
    .filter(([name]) => !ALWAYS_DIFFERENT.has(name.toLowerCase()))
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([name, value]) => `${mark} ${name}: ${withSecrets ? value : hideHeader(name, value)}`)
}

function cookieLine({ name, line, outcome, reason }: CookieEvent, options: ComparableOptions) {
  const shown = options.withSecrets ? line : `${name}=${DOTS}`
  return ['cookie', outcome, shown, reason].filter((part) => part !== null).join(' ')
}

function bodyLines(body: CapturedBody | null, { withSecrets }: ComparableOptions): string[] {
  if (body === null || body.size === 0) return []
  const shown = showBody(body)
  if (shown.type === 'binary') return [`${String(shown.size)} bytes`]
  return (withSecrets ? shown.text : hideBody(shown.text)).split('\n')
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`)
}
