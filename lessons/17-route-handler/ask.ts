// What the checks of both steps do: sign in as Ada at FastAPI, and ask Next with her cookie.
import type { Answer, HttpTool, Where } from '../../playground/lessons/define-checks.ts'

/** The demo's person: backend/app/seed.py. */
const FORM = 'username=ada%40example.com&password=demo+password+2026'
export const NOBODYS = '00000000-0000-4000-8000-000000000000'

export async function readAdasToken(http: HttpTool): Promise<string> {
  const { body } = await http.fastapi('/api/token', {
    method: 'POST',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: new TextEncoder().encode(FORM),
  })
  const { access_token }: { readonly access_token: string } = JSON.parse(body)
  return access_token
}

export async function readNoteId(http: HttpTool, token: string, title: string): Promise<string> {
  const { body } = await http.fastapi(`/api/notes?q=${encodeURIComponent(title)}`, {
    headers: [['authorization', `Bearer ${token}`]],
  })
  const { items }: { readonly items: readonly { readonly id: string }[] } = JSON.parse(body)
  return items[0]?.id ?? NOBODYS
}

/** `id` as one segment of the address, whatever is in it. */
export function askNext(http: HttpTool, id: string, token: string | null): Promise<Answer> {
  return http.next(`/api/notes/${encodeURIComponent(id)}`, {
    cookies: token === null ? {} : { session: token },
  })
}

export function whereAsked({ exchange }: Answer, id: string): Where | null {
  return exchange && { type: 'exchange', id: exchange.id, text: `GET /api/notes/${id}` }
}
