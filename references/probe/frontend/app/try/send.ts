// Sends the requests one after the other from Next's server, with the tokens of the demo people.
import 'server-only'
import type { Asked } from './requests'

const FASTAPI = 'http://localhost:8000'
const NEXT = 'http://localhost:3000'
/** backend/app/seed.py writes these people. */
const PASSWORD = 'demo password 2026'
const LONGEST = 400

export interface Answer {
  request: Asked
  status: number | string
  headers: [name: string, value: string | null][]
  text: string
}

export async function sendAll(requests: readonly Asked[]): Promise<Answer[]> {
  const sent = requests.filter(({ to }) => to !== 'browser')
  const needsPeople = sent.some(({ as, path }) => as !== undefined || path.includes('{note}'))
  const tokens = needsPeople ? { Ada: await signIn('ada'), Ben: await signIn('ben') } : null
  const note = tokens ? await findNote(tokens.Ada) : ''
  const fill = (text: string) =>
    text.replaceAll('{note}', note).replaceAll('{new}', String(Date.now()))
  const answers: Answer[] = []
  for (const request of sent) {
    const token = request.as && tokens ? tokens[request.as] : null
    answers.push(await send(request, token, fill))
  }
  return answers
}

async function send(
  request: Asked,
  token: string | null,
  fill: (text: string) => string,
): Promise<Answer> {
  const { to, method = 'GET', path, json, body, show = [] } = request
  const headers = new Headers(request.headers)
  if (token && to === 'Next') headers.set('Cookie', `session=${token}`)
  else if (token) headers.set('Authorization', `Bearer ${token}`)
  if (json) headers.set('Content-Type', 'application/json')
  const content = json ? fill(JSON.stringify(json)) : body
  try {
    const response = await fetch(`${to === 'Next' ? NEXT : FASTAPI}${fill(path)}`, {
      method,
      headers,
      cache: 'no-store',
      ...(content !== undefined && { body: content }),
    })
    const text = (await response.text()).slice(0, LONGEST)
    return {
      request,
      status: response.status,
      headers: show.map((name) => [name, response.headers.get(name)]),
      text,
    }
  } catch (error) {
    return { request, status: 'failed', headers: [], text: String(error) }
  }
}

async function signIn(name: string): Promise<string> {
  const body = new URLSearchParams({ username: `${name}@example.com`, password: PASSWORD })
  const response = await fetch(`${FASTAPI}/api/token`, { method: 'POST', body, cache: 'no-store' })
  const { access_token: token } = await response.json()
  return token
}

async function findNote(token: string): Promise<string> {
  const response = await fetch(`${FASTAPI}/api/notes`, {
    headers: { Authorization: `Bearer ${token}` },
    cache: 'no-store',
  })
  const { items } = await response.json()
  return items[0].id
}
