// The text of a note, for NoteLook: asked by the browser, which has the cookie but neither the token nor FastAPI's address.
// Its statuses are true ones: a page that streams has said 200 before it knows.
import { findNote } from '@/lib/dal'
import { isUuid } from '@/lib/uuid'

const noStore = { 'Cache-Control': 'private, no-store' }

export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/notes/[id]'>,
): Promise<Response> {
  // Next decodes the segment: `..%2Fusers%2Fme` arrives here as a path. What is no id goes nowhere.
  const { id } = await params
  if (!isUuid(id))
    return Response.json({ message: 'There is no such note.' }, { status: 404, headers: noStore })

  const outcome = await findNote(id)
  if (outcome.ok) return Response.json({ text: outcome.value.text }, { headers: noStore })
  const { status, message } = outcome.problem
  const isOurs = status === 401 || status === 404
  return Response.json({ message }, { status: isOurs ? status : 502, headers: noStore })
}
