// The login session: a token from FastAPI in a cookie that no script can read. Next neither signs nor opens it.
import 'server-only'
import { cookies } from 'next/headers'
import type { components } from './generated/api'
import { isTokenShaped, sessionCookieName, sessionCookieOptions } from './session-cookie'

export async function readToken(): Promise<string | null> {
  const value = (await cookies()).get(sessionCookieName())?.value ?? ''
  return isTokenShaped(value) ? value : null
}

export async function startSession(token: components['schemas']['Token']): Promise<void> {
  const jar = await cookies()
  jar.set(sessionCookieName(), token.access_token, {
    ...sessionCookieOptions(),
    // As long as the token: what FastAPI would refuse need not be sent.
    maxAge: token.expires_in,
  })
}

export async function endSession(): Promise<void> {
  const jar = await cookies()
  jar.delete({ name: sessionCookieName(), ...sessionCookieOptions() })
}
