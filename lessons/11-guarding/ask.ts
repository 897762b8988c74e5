// What the checks of both steps do: sign in at FastAPI, and ask it with a person's token.
import type { Answer, HttpTool, Where } from '../../playground/lessons/define-checks.ts'

export const NOBODYS = '00000000-0000-4000-8000-000000000000'

export interface Person {
  readonly id: string
  readonly token: string
  readonly isAdmin: boolean
}

/** `ada` and `ben`, the demo's people: backend/app/seed.py. */
export async function readPerson(http: HttpTool, name: string): Promise<Person> {
  const form = `username=${name}%40example.com&password=demo+password+2026`
  const { body } = await http.fastapi('/api/token', {
    method: 'POST',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: new TextEncoder().encode(form),
  })
  const { access_token: token }: { readonly access_token: string } = JSON.parse(body)
  const me = await askAs(http, token, 'GET /api/users/me')
  const { id, is_admin: isAdmin }: { readonly id: string; readonly is_admin: boolean } = JSON.parse(
    me.body,
  )
  return { id, token, isAdmin }
}

/** `question` as the wire shows it: `GET /api/users/me`. */
export function askAs(
  http: HttpTool,
  token: string | null,
  question: string,
  json?: unknown,
): Promise<Answer> {
  const [method = 'GET', path = '/'] = question.split(' ')
  return http.fastapi(path, {
    method,
    headers: token === null ? [] : [['authorization', `Bearer ${token}`]],
    ...(json !== undefined && { json }),
  })
}

export function whereAsked({ exchange }: Answer, question: string): Where | null {
  return exchange && { type: 'exchange', id: exchange.id, text: question }
}
