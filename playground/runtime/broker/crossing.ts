// One HTTP crossing: cookies in, `traceparent` in, the part asked within the deadline, cookies out, all of it
// written down as a hop. Runs anywhere. Whether a page may read the answer is page-fetch.ts's question.
import { createFailure, FailureError, toFailure, type Failure } from '../wire/failure.ts'
import { getHeader, getHeaderValues, withHeader, type HeaderPairs } from '../wire/headers.ts'
import {
  formatTraceParent,
  type CapturedBody,
  type CookieEvent,
  type ExchangeKind,
  type Place,
  type TraceParent,
} from '../wire/hop.ts'
import type { WireRequest, WireResponse } from '../wire/request-port.ts'
import { captureBody, captureBytes } from './capture-body.ts'
import type { Clock } from './clock.ts'
import type { CookieContext } from './cookies/cookie.ts'
import { formatCookies, type CookieJar } from './cookies/cookie-jar.ts'
import { startDeadline, untilAborted } from './deadline.ts'
import { describeDeadline } from './last-seen.ts'
import { chooseDestination, type Destination } from './route.ts'
import type { Stepping } from './stepping.ts'
import type { OpenHop, Trace } from './trace.ts'

export type Ask = (request: WireRequest) => Promise<WireResponse>

export interface Network {
  readonly ask: Readonly<Record<Destination, Ask>>
  readonly jar: CookieJar
  readonly trace: Trace
  readonly stepping: Stepping
  readonly clock: Clock
  /** Milliseconds until the head of an answer must be there. */
  readonly deadline: number
  /** The same while a part that is needed has only been started and has answered nothing yet. */
  readonly startDeadline: number
  isStarting(place: Place): boolean
  onJarChange(): void
}

export interface Crossing {
  readonly request: WireRequest
  readonly from: Place
  readonly kind: ExchangeKind
  readonly parent: TraceParent | null
  /** How the jar takes part; null: it does not. */
  readonly cookies: Omit<CookieContext, 'exchange'> | null
  /** Runs after the hop began and before the request leaves: a preflight. */
  readonly before?: (hop: OpenHop) => Promise<void>
}

export interface Crossed {
  readonly open: OpenHop
  readonly response: WireResponse
}

/** Rejects with FailureError, or with the reason when `request.signal` aborts. */
export async function cross(network: Network, crossing: Crossing): Promise<Crossed> {
  const open = beginHop(network, crossing)
  try {
    await network.stepping.pass(open.hop, crossing.request)
    await crossing.before?.(open)
    const response = await send(network, crossing, open)
    return { open, response }
  } catch (cause) {
    const failure = explain(crossing, open, cause)
    // What the browser blocks is no failure of ours: `corsError` says it.
    const isBlocked = failure.code === 'blocked'
    open.change({ endTime: network.clock.now(), failure: isBlocked ? null : failure })
    throw crossing.request.signal.aborted ? cause : new FailureError(failure)
  }
}

function beginHop({ trace, clock, jar }: Network, crossing: Crossing): OpenHop {
  const { request, from, kind, parent, cookies } = crossing
  const sent = cookies === null ? [] : jar.cookiesFor({ ...cookies, exchange: null })
  const headers = sent.length === 0 ? [] : [['cookie', formatCookies(sent)] as const]
  return trace.begin(parent, {
    kind,
    from,
    to: chooseDestination(new URL(request.url)),
    startTime: clock.now(),
    endTime: null,
    'http.request.method': request.method,
    'url.full': request.url,
    'http.response.status_code': null,
    requestHeaders: [...request.headers, ...headers],
    responseHeaders: [],
    requestBody: null,
    responseBody: null,
    cookiesSent: sent.map(({ name, value }) => [name, value] as const),
    cookiesSet: [],
    corsError: null,
    failure: null,
  })
}

async function send(network: Network, crossing: Crossing, open: OpenHop): Promise<WireResponse> {
  const { request } = crossing
  const type = getHeader(request.headers, 'content-type')
  const upload = captureUpload(request.body, type)
  const deadline = startDeadline(limitOf(network, open), request.signal)
  const ask = network.ask[chooseDestination(new URL(request.url))]
  const headers = withHeader(
    open.hop.requestHeaders,
    'traceparent',
    formatTraceParent(open.traceParent),
  )
  try {
    const asked = { ...request, headers, body: upload.body, signal: deadline.signal }
    const answer = await untilAborted(ask(asked), deadline.signal)
    const cookiesSet = keepCookies(network, crossing, open, answer.headers)
    open.change({
      'http.response.status_code': answer.status,
      responseHeaders: answer.headers,
      requestHeaders: headers,
      requestBody: upload.soFar(),
      cookiesSet,
    })
    return captureAnswer(network, open, answer, upload.soFar)
  } finally {
    deadline.met()
  }
}

/** A part that is still starting gets more time, and so does what is held: also for those who wait through another. */
function limitOf(network: Network, open: OpenHop) {
  const { deadline, clock, trace } = network
  return {
    milliseconds: deadline,
    extend: () => {
      if (network.stepping.holds(open.hop.exchange)) return deadline
      const isStarting = trace.openHops(open.hop.exchange).some(({ to }) => network.isStarting(to))
      const left = network.startDeadline - (clock.now() - open.hop.startTime)
      return isStarting ? Math.min(deadline, left) : 0
    },
    reason: () => new FailureError(describeDeadline(network, open.hop)),
  }
}

interface Upload {
  readonly body: WireRequest['body']
  soFar(): CapturedBody | null
}

function captureUpload(body: WireRequest['body'], type: string | null): Upload {
  if (body === null) return { body, soFar: () => null }
  if (body instanceof Uint8Array) {
    const captured = captureBytes(body, type)
    return { body, soFar: () => captured }
  }
  const { stream, soFar } = captureBody(body, type, () => undefined)
  return { body: stream, soFar }
}

function captureAnswer(
  { clock }: Network,
  open: OpenHop,
  answer: WireResponse,
  uploaded: Upload['soFar'],
): WireResponse {
  if (answer.body === null) {
    open.change({ endTime: clock.now() })
    return answer
  }
  const captured = captureBody(
    answer.body,
    getHeader(answer.headers, 'content-type'),
    (cause: unknown) => {
      const failure = cause === null || isAbort(cause) ? null : toFailure('body', cause)
      open.change({
        endTime: clock.now(),
        requestBody: uploaded(),
        responseBody: captured.soFar(),
        failure,
      })
    },
  )
  return { ...answer, body: captured.stream }
}

function isAbort(cause: unknown): boolean {
  return !(cause instanceof FailureError) && !(cause instanceof TypeError)
}

function keepCookies(
  { jar, onJarChange }: Network,
  { cookies }: Crossing,
  { hop }: OpenHop,
  headers: HeaderPairs,
): readonly CookieEvent[] {
  const lines = getHeaderValues(headers, 'set-cookie')
  if (cookies === null || lines.length === 0) return []
  const context: CookieContext = { ...cookies, exchange: hop.exchange }
  const events = lines.map((line) => jar.set(line, context))
  onJarChange()
  return events
}

function explain(crossing: Crossing, { hop }: OpenHop, cause: unknown): Failure {
  if (crossing.request.signal.aborted) {
    return createFailure(hop.to, 'stopped', 'The asker left before the answer came.')
  }
  return toFailure(hop.to, cause)
}

/** Milliseconds for which an answer that nobody may read is still read, for the trace. */
const DRAIN_LIMIT = 2000

/** Reads the rest of an answer that the page may not have: the trace shows it all the same. */
export async function drain({ body }: WireResponse): Promise<void> {
  if (body === null || body.locked) return
  const reader = body.getReader()
  const timer = setTimeout(() => void reader.cancel('Nobody may read it.'), DRAIN_LIMIT)
  try {
    while (!(await reader.read()).done);
  } catch {
    // The hop has the failure; whoever asked is told by the caller.
  } finally {
    clearTimeout(timer)
  }
}
