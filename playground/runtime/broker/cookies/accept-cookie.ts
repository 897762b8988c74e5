// Whether a readable cookie may be kept: the storage model of RFC 6265bis, section 5.7, one function a rule,
// each with the sentence that the jar shows. Runs anywhere; knows no store but what it is told of.
import type { Cookie, CookieContext } from './cookie.ts'
import type { ParsedCookie } from './parse-set-cookie.ts'
import {
  canonicalHost,
  defaultPath,
  domainMatches,
  isPublicSuffix,
  isSecure,
  pathMatches,
} from './site.ts'

export type Verdict =
  | { readonly cookie: Cookie; readonly refusal: null }
  | { readonly cookie: null; readonly refusal: string }

interface Candidate {
  readonly cookie: Cookie
  readonly parsed: ParsedCookie
  readonly context: CookieContext
  readonly stored: readonly Cookie[]
}

type Rule = (candidate: Candidate) => string | null

/** `now` in milliseconds since the epoch. */
export function acceptCookie(
  parsed: ParsedCookie,
  context: CookieContext,
  stored: readonly Cookie[],
  now: number,
): Verdict {
  const domain = placeDomain(parsed.domain, canonicalHost(context.url))
  if ('refusal' in domain) return { cookie: null, refusal: domain.refusal }
  const { name, value, secure, httpOnly, sameSite, expires } = parsed
  const path = parsed.path ?? defaultPath(context.url)
  const setBy = context.exchange
  const fresh = { name, value, path, secure, httpOnly, sameSite, expires, createdAt: now, setBy }
  const cookie: Cookie = { ...fresh, ...domain }
  for (const rule of RULES) {
    const refusal = rule({ cookie, parsed, context, stored })
    if (refusal !== null) return { cookie: null, refusal }
  }
  return { cookie, refusal: null }
}

type Placed = Pick<Cookie, 'domain' | 'hostOnly'> | { readonly refusal: string }

/** Host-only without Domain, or with one that equals a host which is a public suffix itself. */
function placeDomain(written: string | null, host: string): Placed {
  if (written === null) return { domain: host, hostOnly: true }
  // eslint-disable-next-line no-control-regex
  if (/[^\x00-\x7f]/.test(written)) return { refusal: 'Domain holds a character outside ASCII.' }
  if (isPublicSuffix(written)) {
    if (written === host) return { domain: host, hostOnly: true }
    return { refusal: `Domain=${written} is a public suffix, shared by unrelated sites.` }
  }
  if (!domainMatches(host, written)) {
    return { refusal: `Domain=${written} does not cover the host ${host}.` }
  }
  return { domain: written, hostOnly: false }
}

const secureNeedsSecure: Rule = ({ cookie, context }) =>
  cookie.secure && !isSecure(context.url)
    ? 'Secure was set by an answer that did not come over a secure connection.'
    : null

const httpOnlyNeedsHttp: Rule = ({ cookie, context }) =>
  cookie.httpOnly && context.api === 'script' ? 'A script cannot set an HttpOnly cookie.' : null

/** "Leave secure cookies alone": an insecure answer must not shadow a secure cookie. */
const leaveSecureAlone: Rule = ({ cookie, context, stored }) => {
  if (cookie.secure || isSecure(context.url)) return null
  const shadowed = stored.some(
    (other) =>
      other.secure &&
      other.name === cookie.name &&
      (domainMatches(cookie.domain, other.domain) || domainMatches(other.domain, cookie.domain)) &&
      pathMatches(cookie.path, other.path),
  )
  return shadowed ? `A Secure cookie named ${cookie.name} exists and may not be overwritten.` : null
}

const sameSiteOnly: Rule = ({ cookie, context }) => {
  if (cookie.sameSite === 'none' || context.relation !== 'cross-site') return null
  if (cookie.sameSite === 'default') {
    return 'It names no SameSite, so it counts as Lax, and it came with the answer to a cross-site request.'
  }
  const written = cookie.sameSite === 'lax' ? 'Lax' : 'Strict'
  return `SameSite=${written}, but it came with the answer to a cross-site request.`
}

const noneNeedsSecure: Rule = ({ cookie }) =>
  cookie.sameSite === 'none' && !cookie.secure
    ? 'SameSite=None without Secure is not accepted.'
    : null

const isHostLike = ({ cookie, parsed }: Candidate) => cookie.hostOnly && parsed.path === '/'

/** Name prefixes (section 5.4), and the newer `__Http-` kin that Chromium keeps too. Names compare without case. */
const prefixHolds: Rule = (candidate) => {
  const { cookie, parsed, context } = candidate
  const name = cookie.name.toLowerCase()
  const fromServer = cookie.httpOnly && context.api === 'http'
  if (name.startsWith('__secure-') && !cookie.secure) return 'The prefix __Secure- needs Secure.'
  if (name.startsWith('__http-') && !(cookie.secure && fromServer)) {
    return 'The prefix __Http- needs Secure and HttpOnly.'
  }
  if (name.startsWith('__host-http-') && !fromServer) {
    return 'The prefix __Host-Http- needs HttpOnly.'
  }
  if (name.startsWith('__host-')) {
    if (!cookie.secure) return 'The prefix __Host- needs Secure.'
    if (parsed.domain !== null) return 'The prefix __Host- does not allow Domain.'
    if (!isHostLike(candidate)) return 'The prefix __Host- needs Path=/.'
  }
  return null
}

/** A server would read `__Host-a=1` sent by a nameless cookie as the real thing. */
const namelessIsNoPrefix: Rule = ({ cookie }) =>
  cookie.name === '' && /^__(secure|host|http|host-http)-/i.test(cookie.value)
    ? 'A cookie without a name must not begin with a reserved prefix.'
    : null

const scriptLeavesHttpOnly: Rule = ({ cookie, context, stored }) =>
  context.api === 'script' && stored.some((other) => other.httpOnly && isSameSlot(other, cookie))
    ? `A script cannot overwrite the HttpOnly cookie ${cookie.name}.`
    : null

const RULES: readonly Rule[] = [
  secureNeedsSecure,
  httpOnlyNeedsHttp,
  leaveSecureAlone,
  sameSiteOnly,
  noneNeedsSecure,
  prefixHolds,
  namelessIsNoPrefix,
  scriptLeavesHttpOnly,
]

/** Two cookies that cannot stand in the jar together (section 5.7: name, domain, host-only-flag and path). */
export function isSameSlot(one: Cookie, other: Cookie): boolean {
  return (
    one.name === other.name &&
    one.domain === other.domain &&
    one.hostOnly === other.hostOnly &&
    one.path === other.path
  )
}
