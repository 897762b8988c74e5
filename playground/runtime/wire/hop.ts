// Hops and exchanges: what the wire pane shows. Ids are W3C Trace Context ids
// (https://www.w3.org/TR/trace-context/), field names follow OpenTelemetry's semantic conventions.
import type { Failure } from './failure.ts'
import type { HeaderPairs } from './headers.ts'
import type { CodePlace } from './learner-error.ts'

/** 32 lower-case hex digits: the trace-id of `traceparent`. */
export type ExchangeId = string & { readonly brand: 'ExchangeId' }
/** 16 lower-case hex digits: the parent-id of `traceparent`. */
export type HopId = string & { readonly brand: 'HopId' }

export type Place = 'browser' | 'next' | 'fastapi' | 'sql' | 'outside' | 'cache'

export interface CapturedBody {
  /** At most BODY_CAPTURE_LIMIT bytes. */
  readonly bytes: Uint8Array
  /** Size of the whole body in bytes, captured or not. */
  readonly size: number
  readonly contentType: string | null
}

/** Bodies are kept up to this many bytes (ux.md, "Limits"). */
export const BODY_CAPTURE_LIMIT = 256 * 1024

export interface CookieEvent {
  readonly name: string
  /** The Set-Cookie line as it came. */
  readonly line: string
  readonly outcome: 'stored' | 'replaced' | 'deleted' | 'refused'
  /** Why it was refused, or null. One sentence. */
  readonly reason: string | null
}

/** What kind of request the browser or Next made, for the row's label. */
export type ExchangeKind =
  | 'page'
  | 'data' // RSC payload of a client navigation
  | 'prefetch'
  | 'action'
  | 'route'
  | 'api'
  | 'preflight'
  | 'asset'

interface HopBase {
  readonly exchange: ExchangeId
  readonly id: HopId
  readonly parent: HopId | null
  readonly from: Place
  readonly to: Place
  /** Milliseconds since the epoch, with fractions. */
  readonly startTime: number
  /** null while it is under way. */
  readonly endTime: number | null
  /** The learner's line that sent it; null when there is none, or it is not known yet. */
  readonly code: CodePlace | null
}

export interface HttpHop extends HopBase {
  readonly type: 'http'
  readonly kind: ExchangeKind
  readonly 'http.request.method': string
  readonly 'url.full': string
  /** null until the head of the answer came. */
  readonly 'http.response.status_code': number | null
  readonly requestHeaders: HeaderPairs
  readonly responseHeaders: HeaderPairs
  readonly requestBody: CapturedBody | null
  readonly responseBody: CapturedBody | null
  /** Cookies the jar sent, by name and value. */
  readonly cookiesSent: readonly (readonly [name: string, value: string])[]
  readonly cookiesSet: readonly CookieEvent[]
  /** Why the browser would not let the page read the answer: Chromium's sentence. */
  readonly corsError: string | null
  readonly failure: Failure | null
}

export type SqlValue = string | number | bigint | boolean | null | Uint8Array

export interface SqlHop extends HopBase {
  readonly type: 'sql'
  readonly 'db.system.name': 'sqlite' | 'postgresql'
  readonly 'db.query.text': string
  readonly 'db.query.parameters': readonly SqlValue[] | Readonly<Record<string, SqlValue>>
  readonly 'db.response.returned_rows': number | null
  readonly 'error.message': string | null
}

export type Hop = HttpHop | SqlHop

/** One browser (or automation) request and every hop that it caused, oldest first. `root` is among `hops`. */
export interface Exchange {
  readonly id: ExchangeId
  readonly root: HopId
  readonly hops: readonly Hop[]
}

export interface TraceParent {
  readonly exchange: ExchangeId
  readonly hop: HopId
}

/** `00-<trace-id>-<parent-id>-01` (Trace Context, section 3.2). */
export function formatTraceParent({ exchange, hop }: TraceParent): string {
  return `00-${exchange}-${hop}-01`
}

/** null when the value is not a version-00 traceparent, or an id is all zeros (section 3.2.2). */
export function parseTraceParent(value: string | null): TraceParent | null {
  const match = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(value ?? '')
  if (!match || /^0+$/.test(match[1]!) || /^0+$/.test(match[2]!)) return null
  return { exchange: toExchangeId(match[1]!), hop: toHopId(match[2]!) }
}

function isExchangeId(value: string): value is ExchangeId {
  return /^[0-9a-f]{32}$/.test(value)
}

function isHopId(value: string): value is HopId {
  return /^[0-9a-f]{16}$/.test(value)
}

export function toExchangeId(value: string): ExchangeId {
  if (!isExchangeId(value)) throw new TypeError(`Not a trace id: ${value}`)
  return value
}

export function toHopId(value: string): HopId {
  if (!isHopId(value)) throw new TypeError(`Not a span id: ${value}`)
  return value
}

function randomHex(bytes: number): string {
  const values = crypto.getRandomValues(new Uint8Array(bytes))
  return Array.from(values, (value) => value.toString(16).padStart(2, '0')).join('')
}

export function createExchangeId(): ExchangeId {
  return toExchangeId(randomHex(16))
}

export function createHopId(): HopId {
  return toHopId(randomHex(8))
}
