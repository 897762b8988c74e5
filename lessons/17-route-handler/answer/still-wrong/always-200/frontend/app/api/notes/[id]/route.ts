// The text of a note, for NoteLook: asked by the browser, which has the cookie but neither the token nor FastAPI's address.
import { readEnvironment } from '@/lib/env'
import { readToken } from '@/lib/session'

export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/notes/[id]'>,
): Promise<Response> {
  const { id } = await params
  const response = await fetch(`${readEnvironment().apiUrl}api/notes/${id}`, {
    headers: { Authorization: `Bearer ${await readToken()}` },
  })
  return Response.json(await response.json())
}
