// Small ways to make a wire response.
import type { HeaderPair, HeaderPairs } from '../../wire/headers.ts'
import { withEncodingVary } from './vary.ts'
import { NULL_BODY_STATUSES, type WireResponse } from '../../wire/request-port.ts'

/** What Next's server says of answers that no cache may keep. */
export const NEVER_KEPT: HeaderPair = [
  'cache-control',
  'private, no-cache, no-store, max-age=0, must-revalidate',
]

export function textAnswer(
  status: number,
  contentType: string,
  text: string,
  headers: HeaderPairs = [],
): WireResponse {
  return bytesAnswer(status, contentType, new TextEncoder().encode(text), headers)
}

export function bytesAnswer(
  status: number,
  contentType: string,
  bytes: Uint8Array,
  headers: HeaderPairs = [],
): WireResponse {
  const length: HeaderPair = ['content-length', String(bytes.byteLength)]
  return {
    status,
    statusText: '',
    headers: [['content-type', contentType], length, ...headers],
    body: streamOf(bytes),
  }
}

/** As Next's server redirects: the address is the text too, and a permanent one has `Refresh`. */
export function redirectAnswer(
  status: number,
  location: string,
  headers: HeaderPairs = [],
): WireResponse {
  const refresh: HeaderPairs = status === 308 ? [['refresh', `0;url=${location}`]] : []
  const all = [...headers, ['location', location], ...refresh] as const
  return {
    status,
    statusText: '',
    headers: all,
    body: streamOf(new TextEncoder().encode(location)),
  }
}

export function withAddedHeaders(response: WireResponse, added: HeaderPairs): WireResponse {
  if (added.length === 0) return response
  const names = new Set(added.map(([name]) => name.toLowerCase()))
  const kept = response.headers.filter(
    ([name]) => name.toLowerCase() === 'set-cookie' || !names.has(name.toLowerCase()),
  )
  return { ...response, headers: [...kept, ...added] }
}

const READ_ONLY: HeaderPairs = [
  ['allow', 'GET'],
  ['allow', 'HEAD'],
]

export function notAllowedAnswer(headers: HeaderPairs = []): WireResponse {
  const body = streamOf(new TextEncoder().encode('Method Not Allowed'))
  return { status: 405, statusText: '', headers: [...headers, ...READ_ONLY], body }
}

/** `next start` means 405 as well, looks for a page that says so, and fails over its absence. */
export function brokenNotAllowedAnswer(): WireResponse {
  return serverErrorAnswer([NEVER_KEPT, ...READ_ONLY])
}

/** All that `next start` says of what nothing in the app caught; the console says more. */
export function serverErrorAnswer(headers: HeaderPairs = [NEVER_KEPT]): WireResponse {
  const tag = ['etag', '"66fci67lppl"'] as const // Next's hash of this text
  const answer = textAnswer(500, 'text/plain', 'Internal Server Error', [tag, ...headers])
  return withEncodingVary(answer)
}

/** What a HEAD request gets. */
export function withoutBody(response: WireResponse): WireResponse {
  if (response.body === null) return response
  // Not awaited: whoever makes the body hears that nobody reads it.
  void response.body.cancel().catch(() => undefined)
  return { ...response, body: null }
}

export function fromResponse(response: Response): WireResponse {
  const { status, statusText } = response
  const body = NULL_BODY_STATUSES.has(status) ? null : response.body
  return { status, statusText, headers: [...response.headers], body }
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })
}
