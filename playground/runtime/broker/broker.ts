// The broker: the network between the learner's page, Next and FastAPI. Runs anywhere; it is given the transports,
// the clock and its listeners, and holds no port (broker-ports.ts does).
import type { ConsoleLine } from '../wire/console-line.ts'
import { FailureError, type Failure } from '../wire/failure.ts'
import { getHeader, hasHeader, withHeader, withoutHeader } from '../wire/headers.ts'
import { parseTraceParent, type Exchange, type Hop, type Place } from '../wire/hop.ts'
import {
  NEXT_ORIGIN,
  type FetchCodeMessage,
  type JarView,
  type SqlHopMessage,
  type SteppingView,
} from '../wire/message.ts'
import type { WireRequest, WireResponse } from '../wire/request-port.ts'
import { MovableClock, systemClock, type Clock } from './clock.ts'
import { CookieJar } from './cookies/cookie-jar.ts'
import { PreflightCache } from './cors/preflight.ts'
import { cross, type Ask } from './crossing.ts'
import { renderFailure } from './failure-page.ts'
import { findNonce, guestTag, injectGuest } from './inject-guest.ts'
import { OpenCalls } from './open-calls.ts'
import { fetchForPage, type Browser, type PageRequest } from './page-fetch.ts'
import { chooseKind } from './route.ts'
import { Stepping } from './stepping.ts'
import { Trace } from './trace.ts'

/** Milliseconds from a request to the head of its answer. */
export const DEFAULT_DEADLINE = 15_000
/** The same while Next or FastAPI is starting: on a slow computer Python alone takes longer than the other. */
export const DEFAULT_START_DEADLINE = 60_000

export interface BrokerOptions {
  readonly next: Ask
  readonly fastapi: Ask
  readonly outside: Ask
  readonly onHop: (hop: Hop) => void
  readonly onJar: (jar: JarView) => void
  readonly onConsole: (line: ConsoleLine) => void
  readonly onStepping: (view: SteppingView) => void
  readonly clock?: Clock
  /** Milliseconds; DEFAULT_DEADLINE when absent. */
  readonly deadline?: number
  /** Milliseconds; DEFAULT_START_DEADLINE when absent. */
  readonly startDeadline?: number
  /** Whether a part was started and has not answered yet; no when absent. */
  readonly isStarting?: (place: Place) => boolean
  /** What the page's browser calls itself, for requests that do not say. */
  readonly userAgent?: string
  /** Accept-Language of the page's browser: no service worker sees the real one. Not sent when absent. */
  readonly acceptLanguage?: string
}

export class Broker {
  readonly #calls = new OpenCalls()
  readonly #jarClock: MovableClock
  readonly #browser: Browser
  readonly #userAgent: string
  readonly #acceptLanguage: string | null

  constructor(options: BrokerOptions) {
    const clock = options.clock ?? systemClock
    this.#jarClock = new MovableClock(clock)
    this.#userAgent = options.userAgent ?? 'Mozilla/5.0 (Both Ends)'
    this.#acceptLanguage = options.acceptLanguage ?? null
    const jar = new CookieJar(this.#jarClock)
    const { next, fastapi, outside, onConsole } = options
    this.#browser = {
      ask: { next, fastapi, outside },
      jar,
      trace: new Trace(options.onHop),
      stepping: new Stepping(options.onStepping),
      clock,
      deadline: options.deadline ?? DEFAULT_DEADLINE,
      startDeadline: options.startDeadline ?? DEFAULT_START_DEADLINE,
      isStarting: options.isStarting ?? (() => false),
      preflights: new PreflightCache(),
      onJarChange: () => options.onJar(this.jar()),
      onConsoleError: (text) =>
        onConsole({ source: 'browser', level: 'error', text, time: clock.now(), place: null }),
    }
  }

  /** Of the learner's page. Rejects with a FailureError where the page must see a network error. */
  async answerPage(request: PageRequest): Promise<WireResponse> {
    const isNavigation = request.browser.mode === 'navigate'
    const response = await this.#fetchForPage(request, isNavigation)
    const headers = withoutHeader(response.headers, 'set-cookie')
    if (!isNavigation) return { ...response, headers }
    return this.#addGuest({ ...response, headers }, new URL(request.url))
  }

  /**
   * Of the automation interface: a browser's request typed in the address bar. Its headers go as they are; the jar
   * takes part unless it brings a Cookie header of its own, be it empty; a `traceparent` names its exchange; the answer is
   * whole, Set-Cookie included.
   */
  async answerAutomation(request: WireRequest): Promise<WireResponse> {
    const url = new URL(request.url)
    const brought = getHeader(request.headers, 'cookie')
    const context = { url, relation: 'same-site', method: request.method, api: 'http' } as const
    try {
      const { response } = await cross(this.#browser, {
        // An empty one says: none. No browser would send it.
        request: this.#addDefaults(brought === '' ? withoutCookie(request) : request),
        from: 'browser',
        kind: chooseKind(request),
        parent: parseTraceParent(getHeader(request.headers, 'traceparent')),
        cookies: brought === null ? context : null,
      })
      return response
    } catch (cause) {
      if (cause instanceof FailureError) return renderFailure(cause.failure, false)
      throw cause
    }
  }

  /** Of a server: Next's fetch, Python's httpx. No jar, no CORS. */
  async answerServer(request: WireRequest, from: 'next' | 'fastapi'): Promise<WireResponse> {
    const headers = hasHeader(request.headers, 'host')
      ? request.headers
      : withHeader(request.headers, 'host', new URL(request.url).host)
    const { call, ...sent } = request
    const { response } = await cross(this.#browser, {
      request: { ...sent, headers },
      from,
      kind: chooseKind(request),
      parent: parseTraceParent(getHeader(request.headers, 'traceparent')),
      cookies: null,
      ...(call !== undefined && { before: async (open) => this.#calls.keep(call, open) }),
    })
    return response
  }

  /** Which line asked, told after the answer: to find it takes longer than to ask. */
  addCode({ call, code }: FetchCodeMessage): void {
    this.#calls.take(call)?.change({ code })
  }

  addSql(message: SqlHopMessage): void {
    this.#browser.trace.addSql(message)
  }

  trace(): readonly Exchange[] {
    return this.#browser.trace.exchanges()
  }

  clearTrace(): void {
    this.#browser.trace.clear()
  }

  jar(): JarView {
    return this.#browser.jar.view(new URL(NEXT_ORIGIN))
  }

  /** For lessons about expiry: how far the clock that cookies live by is ahead, in milliseconds. */
  setClock(ahead: number): void {
    this.#jarClock.setAhead(ahead)
    this.#browser.onJarChange()
  }

  setStepping(isOn: boolean): void {
    this.#browser.stepping.set(isOn)
  }

  step(until: 'hop' | 'exchange'): void {
    const { stepping } = this.#browser
    if (until === 'hop') stepping.step()
    else stepping.skip()
  }

  clearJar(): void {
    this.#browser.jar.clear()
    this.#browser.onJarChange()
  }

  /** Gives the new `document.cookie` of that page. */
  writeDocumentCookie(line: string, address: string): string {
    const { jar, onJarChange } = this.#browser
    const url = new URL(address, NEXT_ORIGIN)
    jar.set(line, { url, relation: 'same-site', method: 'GET', api: 'script', exchange: null })
    onJarChange()
    return jar.documentCookie(url)
  }

  async #fetchForPage(request: PageRequest, isNavigation: boolean): Promise<WireResponse> {
    try {
      return await fetchForPage(this.#browser, this.#addLanguage(this.#addDefaults(request)))
    } catch (cause) {
      if (!(cause instanceof FailureError)) throw cause
      const isOwn = new URL(request.url).origin === request.browser.origin
      if (isNavigation || (isOwn && isReadable(cause.failure))) {
        return renderFailure(cause.failure, isNavigation)
      }
      throw cause
    }
  }

  #addLanguage(request: PageRequest): PageRequest {
    const language = this.#acceptLanguage
    if (language === null || hasHeader(request.headers, 'accept-language')) return request
    return { ...request, headers: withHeader(request.headers, 'accept-language', language) }
  }

  #addDefaults<Request extends WireRequest>(request: Request): Request {
    let headers = request.headers
    if (!hasHeader(headers, 'host'))
      headers = withHeader(headers, 'host', new URL(request.url).host)
    if (!hasHeader(headers, 'accept')) headers = withHeader(headers, 'accept', '*/*')
    if (!hasHeader(headers, 'user-agent'))
      headers = withHeader(headers, 'user-agent', this.#userAgent)
    return { ...request, headers }
  }

  #addGuest(response: WireResponse, url: URL): WireResponse {
    const { headers, body } = response
    const isHtml = /^text\/html\b/i.test(getHeader(headers, 'content-type') ?? '')
    if (!isHtml || body === null || hasHeader(headers, 'content-encoding')) return response
    const nonce = findNonce(getHeader(headers, 'content-security-policy'))
    const tag = guestTag(this.#browser.jar.documentCookie(url), nonce)
    return {
      ...response,
      headers: withoutHeader(headers, 'content-length'),
      body: injectGuest(body, tag),
    }
  }
}

/** A page script may read about trouble of ours on its own origin, but what a browser blocks stays blocked. */
function isReadable({ code }: Failure): boolean {
  return code !== 'blocked' && code !== 'stopped'
}

function withoutCookie(request: WireRequest): WireRequest {
  return { ...request, headers: withoutHeader(request.headers, 'cookie') }
}
