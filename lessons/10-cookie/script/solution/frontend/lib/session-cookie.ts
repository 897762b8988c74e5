// The cookie that carries FastAPI's token: its name, its attributes, and what may be in it. Used by proxy.ts as well,
// which runs before everything and must stay small.
import { readEnvironment } from './env'

export function sessionCookieName(): string {
  // A browser takes a __Host- cookie only if it is Secure, for this host and for all of it: nobody else can plant one.
  return readEnvironment().isHttps ? '__Host-session' : 'session'
}

export function sessionCookieOptions() {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: readEnvironment().isHttps,
    path: '/',
  } as const
}

/** A cookie holds whatever its sender likes; a line break in a header would make `fetch` throw. */
export function isTokenShaped(value: string): boolean {
  return value.length <= 2048 && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)
}
