// Hosts and paths as cookies compare them (RFC 6265bis, section 5.1), and what counts as one site.
// Runs anywhere. It has no public suffix list: a suffix is a single label, so `co.uk` counts as a site.

/** `URL` has lowered the case, punycoded and normalised IP addresses already. */
export function canonicalHost(url: URL): string {
  return url.hostname
}

export function isIpAddress(host: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(host) || host.startsWith('[')
}

/** Section 5.1.3. */
export function domainMatches(host: string, domain: string): boolean {
  if (host === domain) return true
  return host.endsWith(`.${domain}`) && !isIpAddress(host)
}

/** Section 5.1.4. */
export function pathMatches(requestPath: string, cookiePath: string): boolean {
  if (requestPath === cookiePath) return true
  if (!requestPath.startsWith(cookiePath)) return false
  return cookiePath.endsWith('/') || requestPath[cookiePath.length] === '/'
}

/** Section 5.1.4: up to, not including, the last slash. */
export function defaultPath(url: URL): string {
  const last = url.pathname.lastIndexOf('/')
  return last <= 0 ? '/' : url.pathname.slice(0, last)
}

/** Every single-label name is a public suffix by the list's own default rule `*`. */
export function isPublicSuffix(domain: string): boolean {
  return !domain.includes('.')
}

/** Where Secure cookies may be set and sent: `localhost` counts (Secure Contexts, section 3.1). */
export function isSecure(url: URL): boolean {
  const { protocol, hostname } = url
  if (protocol === 'https:' || protocol === 'wss:') return true
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  )
}

/** Scheme and registrable domain; the port does not count. */
export function siteOf(url: URL): string {
  const { protocol, hostname } = url
  if (isIpAddress(hostname)) return `${protocol}//${hostname}`
  return `${protocol}//${hostname.split('.').slice(-2).join('.')}`
}

export function isSameSite(one: URL, other: URL): boolean {
  return siteOf(one) === siteOf(other)
}
