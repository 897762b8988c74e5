// Calls the handler that Next's template exports for a route, with Node's request and response.
import type { WireRequest, WireResponse } from '../../wire/request-port.ts'
import type { RouteParams } from '../contract.ts'
import type { Route } from '../routes/route-table.ts'
import { createNodeRequest, type NodeStreamModule } from './node-request.ts'
import { createNodeResponse } from './node-response.ts'
import { requestContext } from './request-context.ts'

export interface RouteRun {
  readonly route: Route
  readonly params: RouteParams
  readonly request: WireRequest
  /** After rewrites; what the route sees. */
  readonly url: URL
  /** 404 for the not-found page, else null. */
  readonly status: number | null
  readonly traceParent: string | null
}

type Render = (request: unknown, response: unknown, context?: RenderContext) => unknown

interface RenderContext {
  readonly renderOpts?: { isBuildTimePrerendering?: boolean }
}

export interface RouteHandlerModule {
  /** Next's route module; its renderers are told when it is the build. */
  readonly routeModule?: { render?: Render; prerender?: Render }
  handler(request: object, response: object, context: object): Promise<unknown>
}

export function runRoute(
  stream: NodeStreamModule,
  module: RouteHandlerModule,
  run: RouteRun,
): Promise<WireResponse> {
  const { route, params, request, url, status, traceParent } = run
  const nodeRequest = createNodeRequest(stream, request, url)
  const { node, answered } = createNodeResponse(stream, nodeRequest, request.signal)
  if (status !== null) node.statusCode = status
  const requestMeta = {
    relativeProjectDir: '',
    initURL: request.url,
    initProtocol: 'http',
    minimalMode: false,
    ...(route.isDynamic ? { params } : {}),
    ...(status === null ? {} : { invokeStatus: status }),
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
      reject,
    )
  })
}

/** `after()` and kin: nothing here ends a request early, so running on is enough. */
function waitUntil(work: unknown): void {
  Promise.resolve(work).catch((cause: unknown) => console.error(cause))
}
