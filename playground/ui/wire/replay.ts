// A request of the wire sent once more, from this page: what to ask the engine for. No React.
import type { EngineRequest } from '../../runtime/engine/engine.ts'
import type { HeaderPairs } from '../../runtime/wire/headers.ts'
import type { HttpHop } from '../../runtime/wire/hop.ts'
import { FASTAPI_ORIGIN, NEXT_ORIGIN } from '../../runtime/wire/message.ts'

/** Of the crossing, not of the request: whoever sends it again writes its own. */
const OF_THE_CROSSING = new Set(['host', 'content-length', 'traceparent', 'connection'])

/** null when it went elsewhere, or its body was not kept whole. */
export function toReplay(hop: HttpHop): EngineRequest | null {
  const url = URL.parse(hop['url.full'])
  const host = url && hostOf(url.origin)
  const { requestBody: body } = hop
  if (!host || (body && body.bytes.byteLength < body.size)) return null
  return {
    host,
    method: hop['http.request.method'],
    path: `${url.pathname}${url.search}`,
    headers: hop.requestHeaders.filter(([name]) => !OF_THE_CROSSING.has(name.toLowerCase())),
    body: body && body.size > 0 ? body.bytes : null,
  }
}

export function withHeaderValue(
  headers: HeaderPairs,
  wanted: string,
  change: (value: string) => string,
): HeaderPairs {
  return headers.map(([name, value]) => [
    name,
    name.toLowerCase() === wanted ? change(value) : value,
  ])
}

function hostOf(origin: string): EngineRequest['host'] | null {
  if (origin === NEXT_ORIGIN) return 'frontend'
  return origin === FASTAPI_ORIGIN ? 'backend' : null
}
