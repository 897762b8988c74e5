// The trace as a file: JSON with everything, or HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/) with the HTTP
// part, which is all that HAR can hold. Credentials are dots unless asked for. No React.
import type { HeaderPairs } from '../../runtime/wire/headers.ts'
import type { CapturedBody, Exchange, HttpHop } from '../../runtime/wire/hop.ts'
import { bodyText, type CopyOptions } from './copy-as.ts'
import { hideHeader } from './secrets.ts'

export function toHar(exchanges: readonly Exchange[], options: CopyOptions): string {
  const hops = exchanges
    .flatMap((exchange) => exchange.hops)
    .filter((hop): hop is HttpHop => hop.type === 'http')
  return JSON.stringify(
    {
      log: {
        version: '1.2',
        creator: { name: 'Both Ends', version: '1' },
        entries: hops.map((hop) => toEntry(hop, options)),
      },
    },
    null,
    2,
  )
}

function toEntry(hop: HttpHop, options: CopyOptions) {
  const time = Math.max(0, (hop.endTime ?? hop.startTime) - hop.startTime)
  return {
    startedDateTime: new Date(hop.startTime).toISOString(),
    time,
    request: {
      method: hop['http.request.method'],
      url: hop['url.full'],
      httpVersion: 'HTTP/1.1',
      headers: toNamed(hop.requestHeaders, options),
      cookies: [],
      queryString: [...(URL.parse(hop['url.full'])?.searchParams ?? [])].map(([name, value]) => ({
        name,
        value,
      })),
      headersSize: -1,
      bodySize: hop.requestBody?.size ?? 0,
      ...(hop.requestBody && { postData: toContent(hop.requestBody, options) }),
    },
    response: {
      status: hop['http.response.status_code'] ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: toNamed(hop.responseHeaders, options),
      cookies: [],
      content: { size: hop.responseBody?.size ?? 0, ...toContent(hop.responseBody, options) },
      redirectURL: '',
      headersSize: -1,
      bodySize: hop.responseBody?.size ?? -1,
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    comment: `${hop.from} to ${hop.to}`,
  }
}

function toNamed(headers: HeaderPairs, { withSecrets }: CopyOptions) {
  return headers.map(([name, value]) => ({
    name,
    value: withSecrets ? value : hideHeader(name, value),
  }))
}

function toContent(body: CapturedBody | null, { withSecrets }: CopyOptions) {
  const text = bodyText(body, withSecrets)
  return { mimeType: body?.contentType ?? '', ...(text !== null && { text }) }
}

/** Everything that the wire knows: hops, SQL, cookies with their reasons. Bodies that are not text are left out. */
export function toJson(exchanges: readonly Exchange[], options: CopyOptions): string {
  const hide = (headers: HeaderPairs) =>
    headers.map(([name, value]) => [name, options.withSecrets ? value : hideHeader(name, value)])
  const shown = exchanges.map(({ id, hops }) => ({
    id,
    hops: hops.map((hop) =>
      hop.type === 'sql'
        ? hop
        : {
            ...hop,
            requestHeaders: hide(hop.requestHeaders),
            responseHeaders: hide(hop.responseHeaders),
            requestBody: toContent(hop.requestBody, options),
            responseBody: toContent(hop.responseBody, options),
            cookiesSent: hop.cookiesSent.map(([name, value]) => [
              name,
              options.withSecrets ? value : null,
            ]),
            cookiesSet: hop.cookiesSet.map((cookie) => ({
              ...cookie,
              line: options.withSecrets ? cookie.line : hideHeader('set-cookie', cookie.line),
            })),
          },
    ),
  }))
  return JSON.stringify({ exchanges: shown }, replaceOdd, 2)
}

/** What JSON has no word for: big integers and bytes, as SQLite gives them. */
function replaceOdd(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return `${value.byteLength} bytes`
  return value
}
