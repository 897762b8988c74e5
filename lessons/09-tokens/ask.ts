// What the checks of both steps do: sign in, take the forged tokens, show one to FastAPI.
import type { Answer, HttpTool } from '../../playground/lessons/define-checks.ts'

export interface Forgery {
  readonly trick: string
  readonly token: string
}

/** The demo's person, as anybody may sign in: backend/app/seed.py. */
const FORM = 'username=ada%40example.com&password=demo+password+2026'

export async function signIn(http: HttpTool): Promise<string> {
  const { body } = await http.fastapi('/api/token', {
    method: 'POST',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: new TextEncoder().encode(FORM),
  })
  const { access_token }: { readonly access_token: string } = JSON.parse(body)
  return access_token
}

export async function readForgeries(http: HttpTool): Promise<readonly Forgery[]> {
  return JSON.parse((await http.next('/forgeries/tokens')).body)
}

export function whoIs(http: HttpTool, token: string): Promise<Answer> {
  return http.fastapi('/api/users/me', { headers: [['authorization', `Bearer ${token}`]] })
}
