// What the checks of all steps do: sign in at FastAPI, write a note there, and read the number on the front page.
import type {
  CheckTools,
  Exchange,
  HttpTool,
  PageTool,
  Where,
} from '../../playground/lessons/define-checks.ts'

export type Name = 'ada' | 'ben'

/** Signs in by the form, as anybody does. The jar is empty before. */
export async function signIn({ page, jar }: CheckTools, name: Name, next: string): Promise<void> {
  await jar.clear()
  await page.open(`/sign-in?next=${encodeURIComponent(next)}`)
  await page.fill('E-mail', `${name}@example.com`)
  await page.fill('Password', 'demo password 2026')
  await page.click('button', 'Sign in')
  await page.seeAddress(next)
}

/** The demo's people: backend/app/seed.py. */
export async function readToken(http: HttpTool, name: Name): Promise<string> {
  const form = `username=${name}%40example.com&password=demo+password+2026`
  const { body } = await http.fastapi('/api/token', {
    method: 'POST',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: new TextEncoder().encode(form),
  })
  const { access_token }: { readonly access_token: string } = JSON.parse(body)
  return access_token
}

/** As FastAPI counts them, now. */
export async function countNotes(http: HttpTool): Promise<number> {
  const { body } = await http.fastapi('/api/stats')
  const { notes }: { readonly notes: number } = JSON.parse(body)
  return notes
}

export interface Shown {
  readonly notes: number | null
  readonly exchange: Exchange | null
  readonly where: Where | null
}

/** What the front page says, to anybody. */
export async function readFrontPage(http: HttpTool): Promise<Shown> {
  const { body, exchange } = await http.next('/')
  const found = /(\d+)(?:<!-- -->)? notes? by/.exec(body)
  return {
    notes: found === null ? null : Number(found[1]),
    exchange,
    where: exchange && { type: 'exchange', id: exchange.id, text: 'GET /' },
  }
}

/** Two visits: what was kept for too long is fetched anew by the first, so that the second finds it good. */
export async function keepNumber(http: HttpTool): Promise<number | null> {
  await readFrontPage(http)
  return (await readFrontPage(http)).notes
}

/**
 * What is kept may be of the database before, which had more: written until FastAPI counts another number than that, so
 * that nobody is right by standing still.
 */
export async function writeAnotherNumber(
  http: HttpTool,
  kept: number | null,
  write: () => Promise<unknown>,
): Promise<void> {
  await write()
  if ((await countNotes(http)) === kept) await write()
}

export async function writeNote(page: PageTool, title: string): Promise<void> {
  await page.open('/notes/new')
  await page.fill('Title', title)
  await page.click('button', 'Keep it')
  await page.seeAddress('/notes?')
}
