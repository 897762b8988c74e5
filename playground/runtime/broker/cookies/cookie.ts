// A stored cookie and the circumstances in which one is set or read. Runs anywhere; types only.
import type { ExchangeId } from '../../wire/hop.ts'

/** `default` is a cookie that names no SameSite: enforced as Lax (RFC 6265bis, section 5.6.7.1). */
export type SameSite = 'strict' | 'lax' | 'none' | 'default'

export interface Cookie {
  readonly name: string
  readonly value: string
  /** Canonical: lower case, no leading dot. */
  readonly domain: string
  readonly hostOnly: boolean
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: SameSite
  /** Milliseconds since the epoch; null is a session cookie. */
  readonly expires: number | null
  readonly createdAt: number
  readonly setBy: ExchangeId | null
}

/**
 * How the request's site relates to the page's (RFC 6265bis, section 5.2): `cross-site-navigation` is a top-level
 * one, which alone brings Lax cookies along.
 */
export type SiteRelation = 'same-site' | 'cross-site-navigation' | 'cross-site'

export interface CookieContext {
  readonly url: URL
  readonly relation: SiteRelation
  readonly method: string
  /** `script` is `document.cookie`: the "non-HTTP" API of the RFC. */
  readonly api: 'http' | 'script'
  readonly exchange: ExchangeId | null
}
