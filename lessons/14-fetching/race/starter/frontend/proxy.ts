// A slow line, for this lesson only: the answer about one address takes a second and a half.
import { NextResponse, type NextRequest } from 'next/server'

const SLOW = 'ada.osei@example.com'

export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (request.nextUrl.searchParams.get('email') === SLOW)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
  return NextResponse.next()
}

export const config = { matcher: '/api/email-availability' }
