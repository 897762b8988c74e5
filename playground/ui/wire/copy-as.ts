// A hop as a command or as code that sends the same request again. What the network adds by itself is left out. No React.
import type { HeaderPairs } from '../../runtime/wire/headers.ts'
import type { CapturedBody, HttpHop } from '../../runtime/wire/hop.ts'
import { hideBody, hideHeader } from './secrets.ts'

/** Set by whoever sends the request, or ours alone. */
const NOT_SENT_AGAIN =
  /^(host|connection|content-length|transfer-encoding|accept-encoding|traceparent|sec-fetch-.*)$/i

export interface CopyOptions {
  /** False puts dots where credentials are: the command is then for reading. */
  readonly withSecrets: boolean
}

export function toCurl(hop: HttpHop, { withSecrets }: CopyOptions): string {
  const method = hop['http.request.method']
  const body = bodyText(hop.requestBody, withSecrets)
  const parts = [
    `curl ${quote(hop['url.full'])}`,
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...headersOf(hop.requestHeaders, withSecrets).map(
      ([name, value]) => `-H ${quote(`${name}: ${value}`)}`,
    ),
    ...(body === null ? [] : [`--data-binary ${quote(body)}`]),
  ]
  return parts.join(' \\\n  ')
}

export function toFetch(hop: HttpHop, { withSecrets }: CopyOptions): string {
  const body = bodyText(hop.requestBody, withSecrets)
  const headers = headersOf(hop.requestHeaders, withSecrets)
  const options = {
    method: hop['http.request.method'],
    // Pairs: a header may come twice.
    ...(headers.length > 0 && { headers }),
    ...(body !== null && { body }),
  }
  return `await fetch(${JSON.stringify(hop['url.full'])}, ${JSON.stringify(options, null, 2)})`
}

function headersOf(headers: HeaderPairs, withSecrets: boolean): HeaderPairs {
  return headers
    .filter(([name]) => !NOT_SENT_AGAIN.test(name))
    .map(([name, value]) => [name, withSecrets ? value : hideHeader(name, value)])
}

/** null when there is none, or when it is not text: neither form could carry it. */
export function bodyText(body: CapturedBody | null, withSecrets: boolean): string | null {
  if (body === null || body.bytes.byteLength < body.size || body.size === 0) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body.bytes)
    return withSecrets ? text : hideBody(text)
  } catch {
    return null // Bytes.
  }
}

/** For a POSIX shell: nothing inside single quotes means anything but the quote itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
