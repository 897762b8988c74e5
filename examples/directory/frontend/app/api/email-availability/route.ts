// For the form's e-mail field, which asks while somebody types. Answers `{ available }`, or why it cannot say.
import type { NextRequest } from 'next/server'
import { isEmailAvailable } from '@/lib/api'
import { parsePersonId } from '@/lib/person'

export async function GET(request: NextRequest): Promise<Response> {
  const query = request.nextUrl.searchParams
  const email = query.get('email') ?? ''
  if (email === '' || email.length > 254)
    return Response.json({ message: 'An e-mail address is needed.' }, { status: 400 })

  const outcome = await isEmailAvailable(email, parsePersonId(query.get('except') ?? ''))
  if (outcome.ok)
    return Response.json({ available: outcome.value }, { headers: { 'Cache-Control': 'no-store' } })
  const { status, message, fields } = outcome.problem
  return Response.json({ message: fields.email ?? message }, { status: status === 422 ? 422 : 502 })
}
