// A courtesy, not a guard: who has no session cookie is sent to sign in before anything is rendered. It does not look
// into the cookie, and a request that comes around it finds the data layer (lib/dal.ts) and FastAPI just as closed.
import { NextResponse, type NextRequest } from 'next/server'
import { sessionCookieName } from '@/lib/session-cookie'

export function proxy(request: NextRequest): NextResponse {
  // A form is let through: the action answers it, and what was typed stays. A redirect would lose it.
  const isPage = request.method === 'GET' || request.method === 'HEAD'
  if (!isPage || request.cookies.has(sessionCookieName())) return NextResponse.next()
  const signIn = new URL('/sign-in', request.url)
  signIn.searchParams.set('next', request.nextUrl.pathname + request.nextUrl.search)
  return NextResponse.redirect(signIn)
}

export const config = { matcher: ['/notes/:path*', '/account/:path*', '/admin/:path*'] }
