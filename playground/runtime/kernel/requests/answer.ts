// One request of the app, in Next's order: static files, headers and redirects of next.config, proxy.ts, rewrites,
// routes, 404. What goes wrong in the learner's code becomes a page that says so.
import { getHeader, withHeader, withoutHeader, type HeaderPairs } from '../../wire/headers.ts'
import type { WireRequest, WireResponse } from '../../wire/request-port.ts'
import type { App } from '../app.ts'
import type { CustomRoutes, Rewritten, RewriteKind } from '../routes/custom-routes.ts'
import { NOT_FOUND, type RouteMatch } from '../routes/route-table.ts'
import type { NodeStreamModule } from './node-request.ts'
import { runRoute } from './run-route.ts'
import type { ProxyOutcome } from './run-proxy.ts'
import { answerStatic, type StaticSource } from './static-answers.ts'
import { fromResponse, redirectAnswer, withAddedHeaders } from './wire-answers.ts'

export interface AnswerHost {
  readonly app: App
  readonly stream: NodeStreamModule
  readonly statics: StaticSource
  customRoutes(): Promise<CustomRoutes>
  trailingSlash(): boolean
  /** next.config cannot be read: every request says so. */
  configFault(): { readonly cause: unknown } | null
  intercept(request: WireRequest): Promise<Rewritten | null>
  /** null when there is no proxy.ts, or its matcher leaves this request alone. */
  runProxy(request: WireRequest): Promise<ProxyOutcome | null>
  /** Requests of Next's development client; null when it is none. */
  answerDevelopment(request: WireRequest): Promise<WireResponse> | null
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
  const fixed = answerStatic(host.statics, incoming) ?? (await host.answerDevelopment(incoming))
  if (fixed) return fixed
  const traceParent = getHeader(incoming.headers, 'traceparent')
  const request: WireRequest = { ...incoming, headers: serverHeaders(incoming) }
  try {
    const fault = host.configFault()
    if (fault) throw fault.cause
    return await route(host, request, traceParent)
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

async function route(
  host: AnswerHost,
  request: WireRequest,
  traceParent: string | null,
): Promise<WireResponse> {
  const custom = await host.customRoutes()
  const url = new URL(request.url)
  const added = custom.headers({ url, headers: request.headers })
  const redirect =
    custom.redirect({ url, headers: request.headers }) ??
    trailingSlashRedirect(url, host.trailingSlash())
  if (redirect) return redirectAnswer(redirect.status, redirect.location, added)
  const outcome = await host.runProxy(request)
  if (outcome?.type === 'answer') return withAddedHeaders(outcome.response, added)
  const routed = outcome ? outcome.request : request
  const response = await answerRouted(host, routed, outcome?.rewrittenTo ?? url, traceParent)
  return withAddedHeaders(withAddedHeaders(response, added), outcome?.headers ?? [])
}

/** Next sends `/users/` to `/users`, or with `trailingSlash` the other way round; files (`/a.txt`) have none. */
function trailingSlashRedirect(
  url: URL,
  wanted: boolean,
): { status: number; location: string } | null {
  const bare = url.pathname.replace(/\/+$/, '')
  if (bare === '' || bare.startsWith('/_next/')) return null
  const isFile = /\.[^/]+$/.test(bare)
  const right = wanted && !isFile ? `${bare}/` : bare
  return url.pathname === right ? null : { status: 308, location: right + url.search }
}

interface Found {
  readonly match: RouteMatch | null
  readonly url: URL
}

async function answerRouted(
  host: AnswerHost,
  request: WireRequest,
  url: URL,
  traceParent: string | null,
): Promise<WireResponse> {
  const found = await find(host, request, url)
  if (typeof found === 'string') return fromResponse(await host.fetchOutside(found, request))
  const { match } = found
  const missing = match ? null : host.missingAnswer(request)
  if (missing) return missing
  const route = match?.route ?? NOT_FOUND
  const entry = await host.app.ensure(route)
  const module = await host.app.handlerOf(entry)
  const status = match ? null : 404
  return runRoute(host.stream, module, {
    route,
    params: match?.params ?? {},
    request,
    url: found.url,
    status,
    traceParent,
  })
}

/** A string is the URL of another host. */
async function find(host: AnswerHost, request: WireRequest, from: URL): Promise<Found | string> {
  const table = await host.app.routes()
  const custom = await host.customRoutes()
  let url = from
  const at = () => table.match(decodePath(url.pathname.replace(/(.)\/$/, '$1')))
  const rewrite = (kind: RewriteKind) => custom.rewrite(kind, { url, headers: request.headers })
  const first = (await host.intercept(request)) ?? rewrite('beforeFiles')
  if (first?.type === 'outside') return first.url
  if (first) url = first.url
  let match = at()
  for (const kind of ['afterFiles', 'fallback'] as const) {
    // Next looks at afterFiles before dynamic routes, at fallback after them.
    if (match && (kind === 'fallback' || !match.route.isDynamic)) continue
    const next = rewrite(kind)
    if (next?.type === 'outside') return next.url
    if (!next) continue
    url = next.url
    match = at()
  }
  return { match, url }
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    // Next answers 400; a path that matches nothing gives its 404, which says as much.
    return pathname
  }
}
