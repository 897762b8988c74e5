// One request of the app, in Next's order: headers and redirects of next.config, proxy.ts, rewrites, files, routes, 404.
// What goes wrong in the learner's code becomes a page that says so. Where a request leads is find-target.ts's.
import type { FileContent } from '../../wire/files.ts'
import { getHeader, withHeader, withoutHeader, type HeaderPairs } from '../../wire/headers.ts'
import type { WireRequest, WireResponse } from '../../wire/request-port.ts'
import type { App } from '../app.ts'
import { NOT_FOUND, type Route, type RouteMatch } from '../routes/route-table.ts'
import { answerFile } from './file-answers.ts'
import { findTarget, type TargetHost } from './find-target.ts'
import { repeatedSlashRedirect, trailingSlashRedirect } from './mended-path.ts'
import type { NodeStreamModule } from './node-request.ts'
import { refuseMethod } from './refused-method.ts'
import { runRoute } from './run-route.ts'
import type { ProxyOutcome } from './run-proxy.ts'
import { answerStatic, notFoundText, type StaticSource } from './static-answers.ts'
import { RSC_VARY, withEncodingVary } from './vary.ts'
import {
  brokenNotAllowedAnswer,
  fromResponse,
  notAllowedAnswer,
  redirectAnswer,
  withAddedHeaders,
  withoutBody,
} from './wire-answers.ts'

export interface AnswerHost extends TargetHost {
  readonly app: App
  readonly isDevelopment: boolean
  readonly stream: NodeStreamModule
  readonly statics: StaticSource
  /** instrumentation.ts, before the first request. */
  register(): Promise<void>
  trailingSlash(): boolean
  /** next.config cannot be read: every request says so. */
  configFault(): { readonly cause: unknown } | null
  /** null when there is no proxy.ts, or its matcher leaves this request alone. */
  runProxy(request: WireRequest): Promise<ProxyOutcome | null>
  /** Requests of Next's development client; null when it is none. */
  answerDevelopment(request: WireRequest): Promise<WireResponse> | null
  /** Where a request of the client router must go first; null when it is marked as it should be. */
  missingMark(request: WireRequest): Promise<string | null>
  isPrerendered(route: Route): boolean
  /** An icon or another file of the metadata, which `next dev` serves as it lies there; null in production. */
  metadataFile(match: RouteMatch): { readonly path: string; readonly content: FileContent } | null
  /** True when `dynamicParams = false` or the like leaves these params out; development only, a build knows by itself. */
  isRefused(match: RouteMatch): Promise<boolean>
  /** What to say where there is no route at all; null leaves it to Next's 404. */
  missingAnswer(request: WireRequest): WireResponse | null
  /** A page that says what is wrong in the learner's code. */
  errorAnswer(cause: unknown, request: WireRequest): Promise<WireResponse>
  fetchOutside(url: string, request: WireRequest): Promise<Response>
}

export async function answerRequest(
  host: AnswerHost,
  incoming: WireRequest,
): Promise<WireResponse> {
  const fixed = await host.answerDevelopment(incoming)
  if (fixed) return fixed
  const traceParent = getHeader(incoming.headers, 'traceparent')
  const request: WireRequest = { ...incoming, headers: serverHeaders(incoming) }
  try {
    await host.register()
    const fault = host.configFault()
    // A page that was sent before may still ask for its files.
    if (fault) return answerStatic(host.statics, request) ?? (await Promise.reject(fault.cause))
    const response = await route(host, request, traceParent)
    return request.method === 'HEAD' ? withoutBody(response) : response
  } catch (cause) {
    if (incoming.signal.aborted) throw cause
    return host.errorAnswer(cause, request)
  }
}

/** What Next's own server adds before its handlers run (base-server.js). */
function serverHeaders({ headers, url }: WireRequest): HeaderPairs {
  const { host, port } = new URL(url)
  const withoutTrace = withoutHeader(headers, 'traceparent')
  return [
    ['host', host],
    ['x-forwarded-host', host],
    ['x-forwarded-port', port || '80'],
    ['x-forwarded-proto', 'http'],
    ['x-forwarded-for', '::1'],
  ].reduce<HeaderPairs>(
    (list, [name = '', value = '']) =>
      getHeader(list, name) === null ? withHeader(list, name, value) : list,
    withoutTrace,
  )
}

/** Without the headers that next.config adds: Next leaves them out of its redirects. */
async function route(
  host: AnswerHost,
  request: WireRequest,
  traceParent: string | null,
): Promise<WireResponse> {
  const url = new URL(request.url)
  const mended = repeatedSlashRedirect(url)
  if (mended) return redirectAnswer(mended.status, mended.location)
  const custom = await host.customRoutes()
  const asked = { url, headers: request.headers }
  const redirect = trailingSlashRedirect(url, host.trailingSlash()) ?? custom.redirect(asked)
  if (redirect) return redirectAnswer(redirect.status, redirect.location)
  const added = custom.headers(asked)
  const outcome = await host.runProxy(request)
  if (outcome?.type === 'answer') return withEncodingVary(withAddedHeaders(outcome.response, added))
  const routed = outcome ? outcome.request : request
  const run = { request: routed, url: outcome?.rewrittenTo ?? url, traceParent }
  const response = await answerRouted(host, run)
  return withAddedHeaders(withAddedHeaders(response, kept(response, added)), outcome?.headers ?? [])
}

/** No cache keeps a failure, whatever next.config says of the address. */
function kept({ status }: WireResponse, added: HeaderPairs): HeaderPairs {
  return status < 500 ? added : withoutHeader(added, 'cache-control')
}

interface Routed {
  readonly request: WireRequest
  /** After proxy.ts. */
  readonly url: URL
  readonly traceParent: string | null
}

async function answerRouted(host: AnswerHost, routed: Routed): Promise<WireResponse> {
  const { request } = routed
  const asset = answerStatic(host.statics, request, routed.url)
  if (asset) return withEncodingVary(asset)
  const target = await findTarget(host, request, routed.url)
  if (target.type === 'outside') return fromResponse(await host.fetchOutside(target.url, request))
  if (target.type === 'file') return answerFileTarget(host, request, target)
  const { url, rewritten } = target
  const match = target.match && (await host.isRefused(target.match)) ? null : target.match
  if (match === null) return answerMissing(host, routed, url)
  const metadataFile = host.metadataFile(match)
  if (metadataFile)
    return answerFileTarget(host, request, metadataFile, 'no-cache, must-revalidate')
  const marked = await host.missingMark(request)
  if (marked !== null) return markedRedirect(marked, rewritten)
  const refused = refuseMethod({
    route: match.route,
    request,
    isPrerendered: host.isPrerendered(match.route),
    vary: host.app.mayBeIntercepted(url.pathname) ? `${RSC_VARY}, next-url` : RSC_VARY,
  })
  if (refused) return refused
  const answered = await answerMatch(host, routed, { match, url, isMissing: false })
  if (answered === 'no-fallback') return answerMissing(host, routed, url)
  return withAddedHeaders(answered, rewritten)
}

function answerFileTarget(
  { isDevelopment }: AnswerHost,
  request: WireRequest,
  { path, content }: { readonly path: string; readonly content: FileContent },
  cacheControl?: string,
): WireResponse {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (!isRead) return isDevelopment ? notAllowedAnswer() : brokenNotAllowedAnswer()
  return withEncodingVary(answerFile(path, content, request, cacheControl))
}

interface MatchRun {
  readonly match: RouteMatch
  readonly url: URL
  readonly isMissing: boolean
}

async function answerMatch(
  { app, stream }: AnswerHost,
  { request, traceParent }: Routed,
  { match, url, isMissing }: MatchRun,
): Promise<WireResponse | 'no-fallback'> {
  const { route, params } = match
  const module = await app.handlerOf(await app.ensure(route))
  try {
    const response = await runRoute(stream, module, {
      route,
      params,
      request,
      url,
      isMissing,
      isBuilding: app.isBuilding,
      serverRevision: app.options.isDevelopment ? app.serverRevision : null,
      traceParent,
    })
    // Next's compression does not see the type of what a route handler answers.
    return route.kind === 'page' ? withEncodingVary(asExported(response)) : response
  } catch (cause) {
    if (isNoFallback(cause)) return 'no-fallback'
    throw cause
  }
}

async function answerMissing(host: AnswerHost, routed: Routed, url: URL): Promise<WireResponse> {
  const { request } = routed
  const missing = host.missingAnswer(request)
  if (missing) return missing
  if (isSubresource(request)) return withEncodingVary(notFoundText())
  const match = { route: NOT_FOUND, params: {} }
  const answered = await answerMatch(host, routed, { match, url, isMissing: true })
  return answered === 'no-fallback' ? notFoundText() : answered
}

/** A shell with holes is from the build too; `next build` writes so beside it, and its router counts on it. */
function asExported(response: WireResponse): WireResponse {
  if (getHeader(response.headers, 'x-nextjs-postponed') === null) return response
  return { ...response, headers: withHeader(response.headers, 'x-nextjs-prerender', '1') }
}

/** Next's NoFallbackError, by its only sentence: names of classes do not survive minifying. */
function isNoFallback(cause: unknown): boolean {
  return cause instanceof Error && cause.message === 'Internal: NoFallbackError'
}

/** Destinations that can never show a page (next/dist/server/lib/is-non-html-sec-fetch-dest.js). */
const NEVER_A_PAGE =
  /^(?:audio|audioworklet|font|image|json|manifest|paintworklet|report|script|serviceworker|sharedworker|style|track|video|webidentity|worker|xslt)$/

function isSubresource({ method, headers }: WireRequest): boolean {
  const isRead = method === 'GET' || method === 'HEAD'
  return isRead && NEVER_A_PAGE.test(getHeader(headers, 'sec-fetch-dest') ?? '')
}

/** Unlike other redirects it has no text. */
function markedRedirect(location: string, rewritten: HeaderPairs): WireResponse {
  const headers = [...rewritten, ['location', location]] as const
  return { status: 307, statusText: '', headers, body: null }
}
