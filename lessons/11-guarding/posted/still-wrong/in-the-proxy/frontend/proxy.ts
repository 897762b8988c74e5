// Who has no session cookie is sent to sign in, forms and all.
import { NextResponse, type NextRequest } from 'next/server'
import { sessionCookieName } from '@/lib/session-cookie'

export function proxy(request: NextRequest): NextResponse {
  if (request.cookies.has(sessionCookieName())) return NextResponse.next()
  const signIn = new URL('/sign-in', request.url)
  signIn.searchParams.set('next', request.nextUrl.pathname + request.nextUrl.search)
  return NextResponse.redirect(signIn)
}

// Next reads this without running it. Prefetches are not matched: they get what is the same for everybody, and the answer
// of another page than the one whose part is asked for would be an error.
export const config = {
  matcher: [
    {
      source: '/:area(notes|account|admin|kept)/:path*',
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
  ],
}
