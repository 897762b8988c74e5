// The cookie jar of the preview's browser, by RFC 6265bis. Ours, because browsers hide Cookie and Set-Cookie from
// service workers. Runs anywhere; knows no request but what it is told, and asks a clock that can be moved.
import type { CookieEvent } from '../../wire/hop.ts'
import type { JarView, RefusedCookie } from '../../wire/message.ts'
import { acceptCookie, isSameSlot } from './accept-cookie.ts'
import type { Cookie, CookieContext } from './cookie.ts'
import { parseSetCookie } from './parse-set-cookie.ts'
import { canonicalHost, domainMatches, isSecure, pathMatches } from './site.ts'

/** Chromium's limits; the RFC asks for at least 50 and 3000 (section 6.1). */
const LIMITS = { perDomain: 180, inAll: 3300 }
const REFUSED_KEPT = 50
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

export interface JarClock {
  /** Milliseconds since the epoch. */
  now(): number
}

export class CookieJar {
  readonly #clock: JarClock
  readonly #limits: typeof LIMITS
  #cookies: Cookie[] = []
  #refused: RefusedCookie[] = []
  /** Counts up with each access: what was used longest ago goes first when the jar is full. */
  readonly #lastAccess = new WeakMap<Cookie, number>()
  #accesses = 0

  constructor(clock: JarClock, limits: typeof LIMITS = LIMITS) {
    this.#clock = clock
    this.#limits = limits
  }

  /** One Set-Cookie line, or one assignment to `document.cookie`. */
  set(line: string, context: CookieContext): CookieEvent {
    const now = this.#clock.now()
    this.#dropExpired(now)
    const { cookie: parsed, ...unreadable } = parseSetCookie(line, now)
    if (parsed === null) {
      const name = 'name' in unreadable ? unreadable.name : ''
      return this.#refuse({ name, line, reason: unreadable.refusal ?? '' }, context)
    }
    const { cookie, refusal } = acceptCookie(parsed, context, this.#cookies, now)
    if (cookie === null) return this.#refuse({ name: parsed.name, line, reason: refusal }, context)
    const outcome = this.#store(cookie, now)
    return { name: cookie.name, line, outcome, reason: null }
  }

  /** The cookies for a request, in the order they are sent (section 5.8.3). */
  cookiesFor(context: CookieContext): readonly Cookie[] {
    this.#dropExpired(this.#clock.now())
    const fitting = this.#cookies.filter((cookie) => isSentTo(cookie, context))
    for (const cookie of fitting) this.#touch(cookie)
    return fitting.sort(
      (one, other) => other.path.length - one.path.length || one.createdAt - other.createdAt,
    )
  }

  /** What `document.cookie` reads on the page with this address. */
  documentCookie(url: URL): string {
    const context = { url, relation: 'same-site', method: 'GET', api: 'script' } as const
    return formatCookies(this.cookiesFor({ ...context, exchange: null }))
  }

  /** For the jar pane; `page` is the address whose `document.cookie` is shown. */
  view(page: URL): JarView {
    const documentCookie = this.documentCookie(page)
    return { cookies: [...this.#cookies], refused: [...this.#refused], documentCookie }
  }

  clear(): void {
    this.#cookies = []
    this.#refused = []
  }

  #store(cookie: Cookie, now: number): CookieEvent['outcome'] {
    const index = this.#cookies.findIndex((other) => isSameSlot(other, cookie))
    const old = this.#cookies[index]
    if (cookie.expires !== null && cookie.expires <= now) {
      if (old) this.#cookies.splice(index, 1)
      return 'deleted'
    }
    // A cookie that is set again keeps its place in the order (section 5.7).
    const kept = old ? { ...cookie, createdAt: old.createdAt } : cookie
    this.#cookies.splice(old ? index : this.#cookies.length, 1, kept)
    this.#touch(kept)
    this.#makeRoom(cookie.domain)
    return old ? 'replaced' : 'stored'
  }

  #touch(cookie: Cookie): void {
    this.#accesses += 1
    this.#lastAccess.set(cookie, this.#accesses)
  }

  #refuse(
    { name, line, reason }: { name: string; line: string; reason: string },
    { exchange, url }: CookieContext,
  ): CookieEvent {
    const event = { name, line, outcome: 'refused', reason } as const
    this.#refused.push({ ...event, exchange, url: url.href, time: this.#clock.now() })
    if (this.#refused.length > REFUSED_KEPT) this.#refused.shift()
    return event
  }

  #dropExpired(now: number): void {
    this.#cookies = this.#cookies.filter(({ expires }) => expires === null || expires > now)
  }

  /** Section 5.7, "evict": in a domain that holds too many, what is not Secure goes first. */
  #makeRoom(domain: string): void {
    const neighbours = this.#cookies.filter((cookie) => cookie.domain === domain)
    if (neighbours.length > this.#limits.perDomain) this.#evictFrom(neighbours)
    if (this.#cookies.length > this.#limits.inAll) this.#evictFrom(this.#cookies)
  }

  #evictFrom(cookies: readonly Cookie[]): void {
    const access = (cookie: Cookie) => this.#lastAccess.get(cookie) ?? 0
    const [first] = [...cookies].sort(
      (one, other) => Number(one.secure) - Number(other.secure) || access(one) - access(other),
    )
    this.#cookies = this.#cookies.filter((cookie) => cookie !== first)
  }
}

/** Section 5.8.3: which cookies a request gets. */
function isSentTo(cookie: Cookie, { url, relation, method, api }: CookieContext): boolean {
  const host = canonicalHost(url)
  const hostFits = cookie.hostOnly ? host === cookie.domain : domainMatches(host, cookie.domain)
  if (!hostFits || !pathMatches(url.pathname, cookie.path)) return false
  if (cookie.secure && !isSecure(url)) return false
  if (cookie.httpOnly && api === 'script') return false
  if (cookie.sameSite === 'none' || relation === 'same-site') return true
  const isLax = cookie.sameSite !== 'strict'
  return isLax && relation === 'cross-site-navigation' && SAFE_METHODS.has(method)
}

/** A nameless cookie is sent as its bare value (section 5.8.3). */
export function formatCookies(cookies: readonly Cookie[]): string {
  return cookies.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; ')
}
