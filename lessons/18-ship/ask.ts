// What the checks of all steps do: sign in at FastAPI as one of the demo's people, and ask with the token.
import type { Answer, CheckTools, HttpTool, Where } from '../../playground/lessons/define-checks.ts'

/** Of the demo's people, `ada` and `ben`: backend/app/seed.py. */
export const DEMO_PASSWORD = 'demo password 2026'

export function signIn(http: HttpTool, email: string, password: string): Promise<Answer> {
  const form = new URLSearchParams({ username: email, password })
  return http.fastapi('/api/token', {
    method: 'POST',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: new TextEncoder().encode(form.toString()),
  })
}

export async function readToken(http: HttpTool, name: 'ada' | 'ben'): Promise<string> {
  const { body } = await signIn(http, `${name}@example.com`, DEMO_PASSWORD)
  const { access_token }: { readonly access_token: string } = JSON.parse(body)
  return access_token
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

/** Asks, and expects the status: the answer is for what comes after. */
export async function expectStatus(
  { http, equal }: CheckTools,
  token: string | null,
  { question, json, status }: { question: string; json?: unknown; status: number },
): Promise<Answer> {
  const answer = await askAs(http, token, question, json)
  const what = `the status of ${question}`
  equal(what, { expected: status, got: answer.status }, whereAsked(answer, question))
  return answer
}
