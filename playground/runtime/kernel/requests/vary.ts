// `Vary` as Next's server writes it: the router's headers for what the app answers, and `Accept-Encoding` for what its
// compression would pack. Nothing is packed between the ends of one tab, but the header says what the real answer says.
import { getHeader, withHeader } from '../../wire/headers.ts'
import type { WireResponse } from '../../wire/request-port.ts'

export const RSC_VARY =
  'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch'

/** The types that `compressible` (of npm, inside Next's compression) knows, as far as they occur here. */
const COMPRESSIBLE =
  /^(?:text\/|application\/(?:json|javascript|xml|wasm)\b|image\/(?:svg\+xml|x-icon|bmp)\b|font\/(?:ttf|otf)\b|[\w.-]+\/[\w.-]+\+(?:json|text|xml)\b)/i

export function withEncodingVary(response: WireResponse): WireResponse {
  const { headers } = response
  if (!COMPRESSIBLE.test(getHeader(headers, 'content-type') ?? '')) return response
  if (getHeader(headers, 'cache-control')?.includes('no-transform')) return response
  const before = getHeader(headers, 'vary')
  if (before !== null && /accept-encoding/i.test(before)) return response
  const vary = before === null ? 'Accept-Encoding' : `${before}, Accept-Encoding`
  return { ...response, headers: withHeader(headers, 'vary', vary) }
}
