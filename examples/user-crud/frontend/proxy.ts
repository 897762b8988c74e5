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

// Next reads this without running it. Prefetches are not matched: they get what is the same for everybody, and the answer
// of another page than the one whose part is asked for would be an error.
export const config = {
  matcher: [
    {
      source: '/:area(notes|account|admin)/:path*',
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
  ],
}
