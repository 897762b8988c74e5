// Addresses that Next's server mends before its router sees them: repeated slashes, the trailing slash. Pure.

export interface Redirection {
  readonly status: number
  readonly location: string
}

/** `//` in a path becomes `/`, as Next's normalizeRepeatedSlashes has it. Backslashes are slashes to every URL parser. */
export function repeatedSlashRedirect({ pathname, search }: URL): Redirection | null {
  if (!pathname.includes('//')) return null
  return { status: 308, location: pathname.replace(/\/\/+/g, '/') + search }
}

/** Next sends `/users/` to `/users`, or with `trailingSlash` the other way round; files (`/a.txt`) have none. */
export function trailingSlashRedirect(
  { pathname, search }: URL,
  wanted: boolean,
): Redirection | null {
  const bare = pathname.replace(/\/+$/, '')
  if (bare === '' || bare.startsWith('/_next/')) return null
  const isFile = /\.[^/]+$/.test(bare)
  const right = wanted && !isFile ? `${bare}/` : bare
  return pathname === right ? null : { status: 308, location: right + search }
}

/** The path below `basePath`; null when the address is not the app's. */
export function withoutBasePath(pathname: string, basePath: string): string | null {
  if (basePath === '' || pathname.startsWith('/_next/')) return pathname
  if (pathname === basePath) return '/'
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : null
}

/** null for a malformed escape. */
export function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    // Next answers such a path with an error; who asks decides.
    return null
  }
}
