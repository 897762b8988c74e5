// `fetch` as the learner's server code calls it: over the broker, with the trace of the request it runs in. Redirects
// are followed here, as Node's fetch does; cookies are nobody's here, as on a real server. Not for the kernel's own files.
import {
  getHeader,
  toHeaderPairs,
  withContentLength,
  withHeader,
  type HeaderPairs,
} from '../../wire/headers.ts'
import {
  askOver,
  createWireRequest,
  readBody,
  REDIRECT_STATUSES,
  type MessageTarget,
  type WireResponse,
} from '../../wire/request-port.ts'
import { currentFetchCall, tellPlaceLater, type FetchCallsHost } from './fetch-calls.ts'
import { requestContext } from './request-context.ts'

const REDIRECT_LIMIT = 20

interface Outgoing {
  readonly url: string
  readonly method: string
  readonly headers: HeaderPairs
  readonly body: Uint8Array | null
  readonly signal: AbortSignal
  readonly call?: number
}

/** `target` is the broker's port once there is one. */
export function createAppFetch(
  target: () => MessageTarget,
  nativeFetch: typeof fetch,
  calls: FetchCallsHost,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    if (!/^https?:/.test(request.url)) return nativeFetch(input, init)
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body !== null
    const body = hasBody ? new Uint8Array(await request.arrayBuffer()) : null
    const headers = withTrace(toHeaderPairs(request.headers))
    // A stream's length is not known before its end: Node sends it in chunks.
    const isStream = init?.body instanceof ReadableStream
    const outgoing: Outgoing = {
      url: request.url,
      method: request.method,
      headers: isStream ? headers : withContentLength(headers, request.method, body),
      body,
      signal: request.signal,
    }
    const call = currentFetchCall()
    if (call === null) return follow(target(), outgoing, request.redirect)
    const answer = follow(target(), { ...outgoing, call: call.number }, request.redirect)
    const tell = () => tellPlaceLater(call, calls)
    answer.then(tell, tell)
    return answer
  }
}

function withTrace(headers: HeaderPairs): HeaderPairs {
  const traceParent = requestContext.getStore()?.traceParent ?? null
  return traceParent === null ? headers : withHeader(headers, 'traceparent', traceParent)
}

async function follow(
  target: MessageTarget,
  first: Outgoing,
  redirect: RequestRedirect,
): Promise<Response> {
  let outgoing = first
  for (let count = 0; count <= REDIRECT_LIMIT; count += 1) {
    const answer = await ask(target, outgoing)
    const location = REDIRECT_STATUSES.has(answer.status)
      ? getHeader(answer.headers, 'location')
      : null
    if (location === null || redirect === 'manual')
      return toResponse(answer, outgoing.url, count > 0)
    await readBody(answer.body)
    if (redirect === 'error') break
    outgoing = redirected(outgoing, answer.status, new URL(location, outgoing.url).href)
  }
  throw new TypeError('fetch failed', {
    cause: new Error(redirect === 'error' ? 'unexpected redirect' : 'redirect count exceeded'),
  })
}

async function ask(target: MessageTarget, outgoing: Outgoing): Promise<WireResponse> {
  try {
    return await askOver(target, createWireRequest(outgoing))
  } catch (cause) {
    if (outgoing.signal.aborted) throw outgoing.signal.reason
    // Node's own words: a learner who searches for them finds the right pages.
    throw new TypeError('fetch failed', { cause })
  }
}

/** Fetch standard, "HTTP-redirect fetch": 303, and POST on 301 and 302, become GET without a body. */
function redirected(outgoing: Outgoing, status: number, url: string): Outgoing {
  const becomesGet =
    (status === 303 && outgoing.method !== 'HEAD') || (outgoing.method === 'POST' && status < 303)
  if (!becomesGet) return { ...outgoing, url }
  const headers = outgoing.headers.filter(([name]) => !/^content-/i.test(name))
  return { ...outgoing, url, headers, method: 'GET', body: null }
}

function toResponse(answer: WireResponse, url: string, wasRedirected: boolean): Response {
  const headers = new Headers()
  for (const [name, value] of answer.headers) headers.append(name, value)
  const { status, statusText } = answer
  const response = new Response(answer.body as BodyInit | null, { status, statusText, headers })
  Object.defineProperties(response, { url: { value: url }, redirected: { value: wasRedirected } })
  return response
}
