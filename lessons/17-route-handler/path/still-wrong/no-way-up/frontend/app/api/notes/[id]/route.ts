// The text of a note, for NoteLook: asked by the browser, which has the cookie but neither the token nor FastAPI's address.
import { readEnvironment } from '@/lib/env'
import { readToken } from '@/lib/session'

export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/notes/[id]'>,
): Promise<Response> {
  const { id } = await params
  if (id.includes('..')) return Response.json({ message: 'There is no such note.' }, { status: 404 })
  const response = await fetch(`${readEnvironment().apiUrl}api/notes/${id}`, {
    headers: { Authorization: `Bearer ${await readToken()}` },
  })
  const headers = {
    'Content-Type': response.headers.get('Content-Type') ?? 'application/json',
    'Cache-Control': 'private, no-store',
  }
  return new Response(response.body, { status: response.status, headers })
}
