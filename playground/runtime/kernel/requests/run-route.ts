// Calls the handler that Next's template exports for a route, with Node's request and response.
import type { HeaderPairs } from '../../wire/headers.ts'
import type { WireRequest, WireResponse } from '../../wire/request-port.ts'
import type { RouteParams } from '../contract.ts'
import { NOT_FOUND, type Route } from '../routes/route-table.ts'
import { createNodeRequest, type NodeStreamModule } from './node-request.ts'
import { createNodeResponse, type NodeResponse } from './node-response.ts'
import { requestContext } from './request-context.ts'
import { RSC_VARY } from './vary.ts'
import { NEVER_KEPT } from './wire-answers.ts'

export interface RouteRun {
  readonly route: Route
  readonly params: RouteParams
  readonly request: WireRequest
  /** After rewrites; what the route sees. */
  readonly url: URL
  /** Nothing is at the address: the not-found page, never kept. */
  readonly isMissing: boolean
  /** `next build` renders: there is no server around the page that would say what its answer varies by. */
  readonly isBuilding: boolean
  /** In development: `'use cache'` keys its entries by it, so an edit begins with none (next-dev-server.js). */
  readonly serverRevision: number | null
  readonly traceParent: string | null
}

/** What Next has rendered of a page, before it answers with it. */
interface CacheEntry {
  readonly value?: { readonly postponed?: unknown; readonly status?: number } | null
}

type Render = (request: unknown, response: unknown, context?: RenderContext) => unknown

interface RenderContext {
  readonly page?: string
  readonly renderOpts?: { isBuildTimePrerendering?: boolean }
}

/** What Next keeps of rendered pages, for one request (next/dist/server/lib/incremental-cache). */
interface IncrementalCache {
  cacheHandler?: object
  readonly requestHeaders: object
}

export interface RouteHandlerModule {
  /** Next's route module; its renderers are told when it is the build. */
  readonly routeModule?: {
    render?: Render
    prerender?: Render
    /** A route handler's own exports, or the loader tree of a page. */
    readonly userland?: unknown
    getIncrementalCache?: (...values: unknown[]) => Promise<IncrementalCache>
    instrumentationOnRequestError?: (
      ...values: [unknown, unknown, unknown, unknown]
    ) => Promise<void>
  }
  handler(request: object, response: object, context: object): Promise<unknown>
}

export function runRoute(
  stream: NodeStreamModule,
  module: RouteHandlerModule,
  run: RouteRun,
): Promise<WireResponse> {
  const { route, params, request, url, isMissing, isBuilding, serverRevision, traceParent } = run
  const asked = new URL(request.url)
  const nodeRequest = createNodeRequest(stream, request, asked)
  const { node, answered } = createNodeResponse(stream, nodeRequest, request.signal)
  if (route === NOT_FOUND) node.statusCode = 404
  if (isBuilding) ignoreVary(node)
  else node.setHeader('vary', RSC_VARY)
  if (isMissing) node.setHeader(...NEVER_KEPT)
  const requestMeta = {
    relativeProjectDir: '',
    initURL: request.url,
    initProtocol: 'http',
    minimalMode: false,
    query: readQuery(url),
    ...(url.pathname === asked.pathname ? {} : { rewrittenPathname: url.pathname }),
    ...(route.isDynamic ? { params } : {}),
    ...(route === NOT_FOUND ? { invokeStatus: 404 } : {}),
    ...(serverRevision === null ? {} : { hmrRefreshHash: String(serverRevision) }),
    ...(isBuilding ? { onCacheEntry: (entry: CacheEntry) => endAtShell(node, entry) } : {}),
  }
  const context = { waitUntil, requestMeta }
  const done = requestContext.run({ traceParent, signal: request.signal }, () =>
    module.handler(nodeRequest, node, context),
  )
  return new Promise((resolve, reject) => {
    answered.then(resolve, reject)
    done.then(
      // A handler may set a status and write nothing.
      () => !node.writableEnded && !node.headersSent && node.end(),
      (cause: unknown) => {
        if (typeof cause === 'object' && cause !== null) failed.set(cause, cacheHeaders(node))
        reject(cause)
      },
    )
  })
}

const failed = new WeakMap<object, HeaderPairs>()

/** What Next had said of caches before a route failed: its server leaves that in place. Undefined: no route did. */
export function headersOfFailed(cause: unknown): HeaderPairs | undefined {
  return typeof cause === 'object' && cause !== null ? failed.get(cause) : undefined
}

function cacheHeaders(node: NodeResponse): HeaderPairs {
  return ['cache-control', 'vary'].flatMap((name) => {
    const value = node.getHeader(name)
    return value === undefined ? [] : [[name, String(value)] as const]
  })
}

/** `after()` and kin: nothing here ends a request early, so running on is enough. */
function waitUntil(work: unknown): void {
  Promise.resolve(work).catch((cause: unknown) => console.error(cause))
}

/**
 * `next build` keeps a page's shell and is done; a server goes on to what waits for the request, and asks for its data.
 * Next offers the entry to whatever stores it; true ends the answer there. With status 500 it is no entry: an error.
 */
function endAtShell(node: NodeResponse, { value }: CacheEntry): boolean {
  if (typeof value?.postponed !== 'string' || value.status === 500) return false
  node.setHeader('x-nextjs-postponed', '1')
  return true
}

/** From its `Vary` a page tells its router whether it may be intercepted; a prerendered page says no. */
function ignoreVary(node: NodeResponse): void {
  const setHeader = node.setHeader.bind(node)
  node.setHeader = (name, value) => (name.toLowerCase() === 'vary' ? node : setHeader(name, value))
}

/** As Node's querystring has it: a name that comes several times is a list. */
function readQuery({ searchParams }: URL): RouteParams {
  const names = new Set(searchParams.keys())
  return Object.fromEntries(
    [...names].map((name) => {
      const values = searchParams.getAll(name)
      return [name, values.length > 1 ? values : (values[0] ?? '')]
    }),
  )
}
