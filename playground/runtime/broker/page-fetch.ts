// A request of the learner's page as a browser makes it: own origin, navigation, or another origin with CORS,
// preflight and redirects (Fetch standard, sections 4.2 to 4.8). Runs anywhere. Redirects on the page's own origin
// and of navigations go back to the real browser, which follows them and comes here again.
import { createFailure, FailureError } from '../wire/failure.ts'
import { getHeader, withoutHeader, type HeaderPairs } from '../wire/headers.ts'
import type { TraceParent } from '../wire/hop.ts'
import {
  readBody,
  REDIRECT_STATUSES,
  type BrowserContext,
  type WireRequest,
  type WireResponse,
} from '../wire/request-port.ts'
import { addBrowserHeaders } from './browser-headers.ts'
import type { SiteRelation } from './cookies/cookie.ts'
import { isSameSite } from './cookies/site.ts'
import { checkCors, describeBlocked } from './cors/cors-check.ts'
import {
  askBeforehand,
  judgePreflight,
  preflightHeaders,
  type PreflightCache,
  type PreflightQuestion,
} from './cors/preflight.ts'
import { exposeHeaders } from './cors/safelist.ts'
import { cross, drain, type Crossed, type Crossing, type Network } from './crossing.ts'
import { chooseDestination, chooseKind } from './route.ts'
import type { OpenHop } from './trace.ts'

export interface Browser extends Network {
  readonly preflights: PreflightCache
  /** A console line of the browser itself. */
  onConsoleError(text: string): void
}

export interface PageRequest extends WireRequest {
  readonly browser: BrowserContext
}

const REDIRECT_LIMIT = 20

/** Rejects with FailureError: `blocked` is what a page sees as a network error. */
export async function fetchForPage(browser: Browser, request: PageRequest): Promise<WireResponse> {
  const { mode, origin } = request.browser
  const url = new URL(request.url)
  if (mode === 'navigate' || url.origin === origin) return fetchOwn(browser, request, url)
  if (mode === 'same-origin') throw blocked(`The request may not leave ${origin}.`)
  if (chooseDestination(url) === 'outside') return fetchOutside(browser, request)
  const body = request.body === null ? null : await readBody(request.body)
  const { method, headers } = request
  const step: Step = { url, method, headers, body, origin, redirects: 0, root: null }
  return fetchForeign(browser, { ...request, body }, step)
}

/** Leaves by the real browser's fetch, which asks by CORS itself and shows us only what a page may read. */
async function fetchOutside(browser: Browser, request: PageRequest): Promise<WireResponse> {
  const kind = chooseKind(request)
  const { response } = await cross(browser, {
    request,
    from: 'browser',
    kind,
    parent: null,
    cookies: null,
  })
  return response
}

async function fetchOwn(browser: Browser, request: PageRequest, url: URL): Promise<WireResponse> {
  const { origin, fromAddressBar, credentials, mode } = request.browser
  const headers = addBrowserHeaders({ ...request, url, isCors: false, origin })
  const isForeign = mode === 'navigate' && !fromAddressBar && !isSameSite(url, new URL(origin))
  const relation: SiteRelation = isForeign ? 'cross-site-navigation' : 'same-site'
  const { response } = await cross(browser, {
    request: { ...request, headers },
    from: 'browser',
    kind: chooseKind(request),
    parent: null,
    cookies: credentials === 'omit' ? null : { url, relation, method: request.method, api: 'http' },
  })
  return response
}

/** Where a request to another origin stands between redirects. */
interface Step {
  readonly url: URL
  readonly method: string
  readonly headers: HeaderPairs
  readonly body: Uint8Array | null
  /** `null` (the text) after a redirect between two foreign origins. */
  readonly origin: string
  readonly redirects: number
  readonly root: TraceParent | null
}

async function fetchForeign(
  browser: Browser,
  request: PageRequest,
  step: Step,
): Promise<WireResponse> {
  const isCors = request.browser.mode === 'cors'
  const crossed = await cross(browser, createCrossing(browser, request, step))
  const { response, open } = crossed
  const withCredentials = request.browser.credentials === 'include'
  if (isCors) {
    const reason = checkCors(response.headers, { origin: step.origin, withCredentials })
    if (reason !== null) throw blockForCors(browser, request, crossed, reason)
  }
  const location = REDIRECT_STATUSES.has(response.status)
    ? getHeader(response.headers, 'location')
    : null
  if (location !== null && request.browser.redirect !== 'manual') {
    void drain(response)
    if (isCors && hasPassword(step, location))
      throw blockForCors(browser, request, crossed, PASSWORD)
    const next = followRedirect(request, step, response.status, location)
    return fetchForeign(browser, request, { ...next, root: step.root ?? open.traceParent })
  }
  return isCors
    ? { ...response, headers: exposeHeaders(response.headers, withCredentials) }
    : hideAnswer(request, response)
}

function createCrossing(browser: Browser, request: PageRequest, step: Step): Crossing {
  const { url, method, origin } = step
  const isCors = request.browser.mode === 'cors'
  const withCredentials = request.browser.credentials === 'include'
  const asked: WireRequest = { ...request, url: url.href, method, body: step.body }
  const question = isCors
    ? askBeforehand(method, url.href, step.headers, { origin, withCredentials })
    : null
  const headers = addBrowserHeaders({ ...request, ...step, isCors })
  const isNear = isSameSite(url, new URL(request.browser.origin))
  const relation: SiteRelation = isNear ? 'same-site' : 'cross-site'
  return {
    request: { ...asked, headers },
    from: 'browser',
    kind: chooseKind(asked),
    parent: step.root,
    cookies: withCredentials ? { url, relation, method, api: 'http' } : null,
    ...(question && {
      before: (open: OpenHop) => sendPreflight(browser, request, question, open),
    }),
  }
}

async function sendPreflight(
  browser: Browser,
  request: PageRequest,
  question: PreflightQuestion,
  main: OpenHop,
): Promise<void> {
  if (browser.preflights.allows(question, browser.clock.now())) return
  const url = new URL(question.url)
  const method = 'OPTIONS'
  const headers = addBrowserHeaders({
    method,
    url,
    headers: preflightHeaders(question),
    browser: { ...request.browser, destination: '' },
    isCors: true,
    origin: question.origin,
  })
  const { open, response } = await cross(browser, {
    request: { ...request, url: url.href, method, headers, body: null },
    from: 'browser',
    kind: 'preflight',
    parent: main.traceParent,
    cookies: null,
  })
  void drain(response)
  const reason = judgePreflight(question, response)
  if (reason !== null) {
    const failure = blockForCors(browser, request, { open, response }, reason)
    main.change({ corsError: failure.message })
    throw failure
  }
  browser.preflights.keep(question, response, browser.clock.now())
}

/** Chromium's sentence leaves the address out, for it holds the password. */
const PASSWORD =
  "Redirect location '' contains a username and password, which is disallowed for cross-origin requests."

function hasPassword({ url }: Step, location: string): boolean {
  if (!URL.canParse(location, url)) return false
  const { username, password } = new URL(location, url)
  return username !== '' || password !== ''
}

/** The next step; throws where a browser fails without a word on CORS (Fetch, "HTTP-redirect fetch"). */
function followRedirect(
  { browser }: PageRequest,
  step: Step,
  status: number,
  location: string,
): Step {
  if (browser.redirect === 'error') throw blocked('The request does not allow redirects.')
  if (!URL.canParse(location, step.url)) throw blocked(`'${location}' is no address to go to.`)
  const url = new URL(location, step.url)
  if (step.redirects >= REDIRECT_LIMIT) throw blocked('Redirected more than 20 times.')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw blocked(`A redirect may not lead to ${url.protocol}`)
  }
  const redirected = { ...step, ...changeMethod(step, status), url, redirects: step.redirects + 1 }
  if (url.origin === step.url.origin) return redirected
  const isTainted = step.url.origin !== browser.origin
  const headers = withoutHeader(redirected.headers, 'authorization')
  return { ...redirected, headers, origin: isTainted ? 'null' : step.origin }
}

const BODY_HEADERS = [
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
  'content-length',
]

function changeMethod(step: Step, status: number): Pick<Step, 'method' | 'body' | 'headers'> {
  const { method, body, headers } = step
  const isPostAfterMove = (status === 301 || status === 302) && method === 'POST'
  const isSeeOther = status === 303 && method !== 'GET' && method !== 'HEAD'
  if (!isPostAfterMove && !isSeeOther) return { method, body, headers }
  return { method: 'GET', body: null, headers: BODY_HEADERS.reduce(withoutHeader, headers) }
}

/** no-cors: a page script gets nothing it can read; an image or a script is used unread. */
function hideAnswer({ browser }: PageRequest, response: WireResponse): WireResponse {
  if (browser.destination === '') {
    void drain(response)
    return { status: 200, statusText: '', headers: [], body: null }
  }
  const type = getHeader(response.headers, 'content-type')
  return { ...response, headers: type === null ? [] : [['content-type', type]] }
}

function blocked(message: string): FailureError {
  return new FailureError(createFailure('browser', 'blocked', message))
}

function blockForCors(
  browser: Browser,
  request: PageRequest,
  { open, response }: Crossed,
  reason: string,
): FailureError {
  const { origin, destination } = request.browser
  const url = open.hop['url.full']
  const redirectedFrom = url === request.url ? null : request.url
  const sentence = describeBlocked({ url, redirectedFrom, origin, destination }, reason)
  open.change({ corsError: sentence })
  browser.onConsoleError(sentence)
  void drain(response)
  return blocked(sentence)
}
