// The learner's proxy.ts (or middleware.ts), by Next's own adapter. Says what came of it; the routing is answer.ts's.
import { getHeader, withHeader, withoutHeader, type HeaderPairs } from '../../wire/headers.ts'
import {
  readBody,
  REDIRECT_STATUSES,
  type WireRequest,
  type WireResponse,
} from '../../wire/request-port.ts'
import { fromResponse, redirectAnswer } from './wire-answers.ts'

export const PROXY_FILES = [
  '/proxy.ts',
  '/proxy.tsx',
  '/proxy.js',
  '/middleware.ts',
  '/middleware.js',
  '/src/proxy.ts',
  '/src/middleware.ts',
] as const

export type ProxyOutcome =
  | { readonly type: 'answer'; readonly response: WireResponse }
  | {
      readonly type: 'next'
      /** Its body was read for proxy.ts, so it is here again, whole. */
      readonly request: WireRequest
      readonly rewrittenTo: URL | null
      /** To add to whatever answers. */
      readonly headers: HeaderPairs
    }

interface ProxyInput {
  readonly handler: unknown
  readonly adapter: (options: object) => Promise<{ readonly response: Response }>
  readonly request: WireRequest
  readonly config: { readonly basePath: string; readonly trailingSlash: boolean }
}

export async function runProxy({
  handler,
  adapter,
  request,
  config,
}: ProxyInput): Promise<ProxyOutcome> {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body !== null
  const body = hasBody ? await readBody(request.body) : null
  const again: WireRequest = { ...request, body }
  const { response } = await adapter({
    page: '/proxy',
    IncrementalCache: undefined,
    handler,
    request: {
      url: request.url,
      method: request.method,
      headers: Object.fromEntries(
        request.headers.map(([name, value]) => [name.toLowerCase(), value]),
      ),
      nextConfig: { ...config, experimental: {} },
      page: { name: '/proxy' },
      signal: request.signal,
      waitUntil: () => undefined,
      ...(body === null ? {} : { body }),
    },
  })
  const headers: HeaderPairs = [...response.headers]
  const rewrite = getHeader(headers, 'x-middleware-rewrite')
  const passedOn = headers.filter(([name]) => !name.startsWith('x-middleware-'))
  if (rewrite === null && getHeader(headers, 'x-middleware-next') !== '1')
    return { type: 'answer', response: toAnswer(response, passedOn, request.url) }
  const rewrittenTo = rewrite === null ? null : new URL(rewrite, request.url)
  return {
    type: 'next',
    request: {
      ...again,
      headers: withProxyHeaders(overriddenHeaders(again.headers, headers), headers),
    },
    rewrittenTo,
    headers: rewrittenTo
      ? [...passedOn, ['x-middleware-rewrite', relativeTo(rewrittenTo, request.url)]]
      : passedOn,
  }
}

/** Next gives the app's code every header that proxy.ts set, and its cookies under a name of their own. */
function withProxyHeaders(request: HeaderPairs, response: HeaderPairs): HeaderPairs {
  return response
    .filter(([name]) => name === 'x-middleware-set-cookie' || !name.startsWith('x-middleware-'))
    .reduce((headers, [name, value]) => withHeader(headers, name, value), request)
}

/** Next's server answers redirects of its own origin with a path. */
function toAnswer(response: Response, headers: HeaderPairs, from: string): WireResponse {
  const location = getHeader(headers, 'location')
  if (location === null || !REDIRECT_STATUSES.has(response.status))
    return { ...fromResponse(response), headers: withoutHeader(headers, 'content-length') }
  const kept = withoutHeader(withoutHeader(headers, 'location'), 'content-length')
  return redirectAnswer(response.status, relativeTo(new URL(location, from), from), kept)
}

function relativeTo(url: URL, from: string): string {
  return url.origin === new URL(from).origin ? url.pathname + url.search + url.hash : url.href
}

/** `NextResponse.next({ request: { headers } })`: the new request headers travel as response headers. */
function overriddenHeaders(request: HeaderPairs, response: HeaderPairs): HeaderPairs {
  const names = getHeader(response, 'x-middleware-override-headers')
  if (names === null) return request
  const wanted = new Set(names.split(',').map((name) => name.trim().toLowerCase()))
  let headers: HeaderPairs = request.filter(([name]) => wanted.has(name.toLowerCase()))
  for (const name of wanted) {
    const value = getHeader(response, `x-middleware-request-${name}`)
    headers = value === null ? withoutHeader(headers, name) : withHeader(headers, name, value)
  }
  return headers
}
