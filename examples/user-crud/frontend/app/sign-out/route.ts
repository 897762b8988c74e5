// Signing out, by a plain form and not by an action: the answer is a new document. Next keeps pages that one came from
// in the document, hidden, and whoever signs in next in this tab would find in them what the last one read and typed.
import { isFromHere } from '@/lib/same-origin'
import { endSession } from '@/lib/session'

export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request.headers))
    return Response.json({ message: 'Please sign out on our own pages.' }, { status: 403 })
  await endSession()
  // 303 and not redirect(), whose 307 would have the browser post again.
  return new Response(null, { status: 303, headers: { Location: '/' } })
}
