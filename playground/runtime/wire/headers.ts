// Header lists as they cross a port: pairs, in order, repeated names kept apart.
// Not `Headers`: browsers drop Cookie and Set-Cookie there, and structured clone cannot carry it.

export type HeaderPair = readonly [name: string, value: string]
export type HeaderPairs = readonly HeaderPair[]

/** First value of a header, or null. Names compare without case (RFC 9110, section 5.1). */
export function getHeader(headers: HeaderPairs, name: string): string | null {
  const wanted = name.toLowerCase()
  for (const [key, value] of headers) if (key.toLowerCase() === wanted) return value
  return null
}

/** Every value of a header, in order. Set-Cookie is the one that must never be joined (RFC 6265, section 3). */
export function getHeaderValues(headers: HeaderPairs, name: string): string[] {
  const wanted = name.toLowerCase()
  return headers.filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value)
}

export function hasHeader(headers: HeaderPairs, name: string): boolean {
  return getHeader(headers, name) !== null
}

export function withoutHeader(headers: HeaderPairs, name: string): HeaderPairs {
  const unwanted = name.toLowerCase()
  return headers.filter(([key]) => key.toLowerCase() !== unwanted)
}

/** Replaces every value of a header by one. */
export function withHeader(headers: HeaderPairs, name: string, value: string): HeaderPairs {
  return [...withoutHeader(headers, name), [name, value]]
}

/**
 * With the length of a body that is known as a whole, unless the sender named one (RFC 9110, section 8.6: also 0, for
 * methods that mean to send a body).
 */
export function withContentLength(
  headers: HeaderPairs,
  method: string,
  body: Uint8Array | null,
): HeaderPairs {
  const isExpected = body !== null || /^(POST|PUT|PATCH)$/i.test(method)
  if (!isExpected || hasHeader(headers, 'content-length')) return headers
  return withHeader(headers, 'content-length', String(body?.byteLength ?? 0))
}

/** From a platform `Headers`; Set-Cookie values stay apart where the platform keeps them. */
export function toHeaderPairs(headers: Headers): HeaderPairs {
  return [...headers]
}
