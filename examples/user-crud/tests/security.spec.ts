// The security list, part three: what Next lets through, keeps back, and says. Parts one and two are pytest's.
import { request as nodeRequest } from 'node:http'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type APIRequestContext, type Page } from '@playwright/test'
import { hiddenFields } from './plain-form'
import { newEmail, signIn, signUp, test, writeNote, DEMO_PASSWORD, PASSWORD } from './support'

const webUrl = process.env.TEST_WEB_URL ?? ''
const apiUrl = process.env.TEST_API_URL ?? ''

async function sessionCookie(page: Page) {
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'session')
  if (!cookie) throw new Error('There is no session cookie.')
  return cookie
}

/** Somebody's note, and its id. */
async function noteOf(page: Page, title: string): Promise<string> {
  await signUp(page)
  await writeNote(page, title, 'Nobody else reads this.')
  const href = await page.getByRole('link', { name: title }).getAttribute('href')
  return href?.split('/').at(-1) ?? ''
}

test('the cookie is out of reach for scripts, and the token is nowhere in a page', async ({
  page,
}) => {
  await signUp(page)
  const cookie = await sessionCookie(page)
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', secure: false })
  expect(cookie.expires - Date.now() / 1000).toBeGreaterThan(1700)
  expect(cookie.expires - Date.now() / 1000).toBeLessThanOrEqual(1800)
  expect(await page.evaluate(() => document.cookie)).toBe('')
  for (const path of ['/', '/notes', '/account'])
    expect(await (await page.request.get(path)).text()).not.toContain(cookie.value)
})

test('the scripts for the browser know neither the API nor a token', () => {
  const folder = join(import.meta.dirname, '..', 'frontend', '.next', 'static')
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  expect(scripts.length).toBeGreaterThan(3)
  for (const text of scripts) expect(text).not.toMatch(/Bearer|API_URL|\/api\/users/)
})

test('every answer carries the security headers', async ({ request }) => {
  for (const path of ['/', '/sign-in', '/nothing', '/api/notes/x', '/icon.svg']) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-powered-by']).toBeUndefined()
  }
})

test.describe('a script from elsewhere', () => {
  test.use({ expectedErrors: ['Content Security Policy', 'violates'] })
  test('is not run, whoever puts it into the page', async ({ page }) => {
    await page.goto('/')
    const outcome = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const script = document.createElement('script')
          script.src = 'https://evil.example/x.js'
          document.addEventListener('securitypolicyviolation', (event) =>
            resolve(event.effectiveDirective),
          )
          document.head.append(script)
        }),
    )
    expect(outcome).toBe('script-src-elem')
  })
})

const PRIVATE = ['/notes', '/notes/new', '/account', '/admin/people', '/notes?q=a']

test('without a cookie one is sent to sign in, by a relative address', async ({ request }) => {
  for (const path of PRIVATE) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(307)
    expect(answer.headers()['location']).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
  }
})

/** Fetch and Playwright set Host themselves. */
function get(path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; location: string; body: string }>((resolve, reject) => {
    const sent = nodeRequest(webUrl + path, { headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (body += part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '', body }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

test('another host in the request is not where one is sent', async () => {
  for (const headers of [{ Host: 'evil.example' }, { 'X-Forwarded-Host': 'evil.example' }])
    expect((await get('/notes', headers)).location).not.toContain('evil')
})

test('headers that speak to Next itself do not open a page', async () => {
  const tries = [
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    { 'x-middleware-subrequest': 'middleware' },
    { RSC: '1' },
    { RSC: '1', 'Next-Router-Prefetch': '1' },
  ]
  for (const headers of tries) {
    const answer = await get('/admin/people', headers)
    expect(answer.body).not.toContain('ada@example.com')
  }
})

test('what is fetched ahead is the same for a guest as for a member', async ({ page, request }) => {
  await signUp(page)
  const headers = {
    RSC: '1',
    'Next-Router-Prefetch': '1',
    'Next-Router-Segment-Prefetch': '/_tree',
  }
  for (const path of ['/notes', '/account', '/admin/people']) {
    const [guest, member] = await Promise.all([
      request.get(path, { headers }),
      page.request.get(path, { headers }),
    ])
    expect([guest.status(), guest.url()], path).toEqual([200, member.url()])
    expect(await guest.text()).toBe(await member.text())
  }
})

test('a cookie that is no token is as good as none, and breaks nothing', async () => {
  for (const value of ['x', '..', 'a.b.c', '%0d%0aX-Evil:%201', '%E2%82%AC', 'a'.repeat(6000)]) {
    const answer = await get('/notes', { Cookie: `session=${value}` })
    expect(answer.status, value.slice(0, 20)).toBe(200)
    expect(answer.body).toContain('/sign-in?next=')
    expect(answer.body).not.toContain('That did not work')
    const handler = await get('/api/notes/00000000-0000-0000-0000-000000000000', {
      Cookie: `session=${value}`,
    })
    expect(handler.status).toBe(401)
  }
})

test('the route handler answers with true statuses, and nobody keeps them', async ({
  page,
  request,
}) => {
  const id = await noteOf(page, 'Mine')
  const own = await page.request.get(`/api/notes/${id}`)
  expect([own.status(), await own.json()]).toEqual([200, { text: 'Nobody else reads this.' }])
  expect(own.headers()['cache-control']).toBe('private, no-store')
  expect((await request.get(`/api/notes/${id}`)).status()).toBe(401)
})

test('an id that is a path leads nowhere', async ({ page }) => {
  await signUp(page)
  const paths = ['..%2Fusers%2Fme', '..%252Fusers%252Fme', 'x%3Fq=1', 'x%23', '%00', 'null']
  for (const path of paths) {
    const answer = await page.request.get(`/api/notes/${path}`)
    expect([400, 404], path).toContain(answer.status())
    expect(await answer.text()).not.toContain('@example.com')
  }
})

test('another’s note is not to be read, on no way', async ({ page, browser }) => {
  const id = await noteOf(page, 'Mine')
  const other = await (await browser.newContext()).newPage()
  await signUp(other, 'Eve')
  expect((await other.request.get(`/api/notes/${id}`)).status()).toBe(404)
  await other.goto(`/notes/${id}`)
  await expect(other.getByRole('heading', { name: 'No such note' })).toBeVisible()
  expect(await (await other.request.get(`/notes/${id}`)).text()).not.toContain('Nobody else')
  await other.context().close()
})

test('the id that is bound to a form can be changed, and does no good', async ({
  page,
  browser,
}) => {
  const id = await noteOf(page, 'Mine')
  const other = await (await browser.newContext()).newPage()
  const own = await noteOf(other, 'Hers')
  await other.goto(`/notes/${own}`)
  // What React sends is plain text; put another id into it on the way.
  await other.route('**/notes/**', async (route) => {
    const body = route.request().postData()
    if (body === null) return route.continue()
    await route.continue({ postData: body.replaceAll(own, id) })
  })
  await other.getByRole('textbox', { name: 'Title' }).fill('Taken over')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByText('There is no such note.')).toBeVisible()
  await page.goto('/notes')
  await expect(page.getByRole('link', { name: 'Mine' })).toBeVisible()
  await other.context().close()
})

/** Posts the form of /sign-up as a browser without scripts would, from an origin. */
async function postSignUp(request: APIRequestContext, origin: string, more = {}) {
  const html = await (await request.get('/sign-up')).text()
  const person = { name: 'Uma Rao', email: newEmail(), password: PASSWORD }
  return request.post('/sign-up', {
    multipart: { ...hiddenFields(html, 'name="name"'), ...person, ...more },
    headers: { Origin: origin },
    maxRedirects: 0,
  })
}

function postSignOut(request: APIRequestContext, origin: string) {
  return request.post('/sign-out', { form: {}, headers: { Origin: origin }, maxRedirects: 0 })
}

const elsewhere = [
  'https://evil.example',
  'null',
  `http://localhost:${Number(new URL(webUrl).port) + 1}`,
]

test('an action from another origin is refused', async ({ request }) => {
  for (const origin of elsewhere) {
    const answer = await postSignUp(request, origin)
    expect(answer.status(), origin).toBe(500)
    expect(answer.headers()['set-cookie']).toBeUndefined()
  }
  expect((await postSignUp(request, webUrl)).status()).toBe(303)
})

test('nobody is signed out by another origin', async ({ page }) => {
  await signUp(page)
  for (const origin of elsewhere) {
    const answer = await postSignOut(page.request, origin)
    expect(answer.status(), origin).toBe(403)
    expect(answer.headers()['set-cookie']).toBeUndefined()
  }
  expect((await page.request.get('/sign-out')).status()).toBe(405)
  const answer = await postSignOut(page.request, webUrl)
  expect([answer.status(), answer.headers()['location']]).toEqual([303, '/'])
  expect(await page.context().cookies()).toEqual([])
})

test('where to go after signing in is a place in this app', async ({ page }) => {
  const email = await signUp(page)
  for (const [next, path] of [
    ['/account', '/account'],
    ['//evil.example', '/notes'],
    ['/\\evil.example', '/notes'],
    ['https://evil.example', '/notes'],
    ['/%09/evil.example', '/notes'],
  ] as const) {
    await page.context().clearCookies()
    await signIn(page, email, PASSWORD, next)
    await expect(page, next).toHaveURL(`${webUrl}${path}`)
  }
})

test('a form that is too long is refused before it reaches FastAPI', async ({ request }) => {
  const answer = await postSignUp(request, webUrl, { filler: 'x'.repeat(80_000) })
  expect([413, 500]).toContain(answer.status())
})

test('a private page is kept by nobody on the way', async ({ page }) => {
  await signUp(page)
  for (const path of PRIVATE)
    expect((await page.request.get(path)).headers()['cache-control'], path).toContain('no-store')
})

test('the image optimizer fetches nothing from inside', async ({ request }) => {
  const inside = encodeURIComponent(`${apiUrl}/api/stats`)
  expect((await request.get(`/_next/image?url=${inside}&w=64&q=75`)).status()).toBe(400)
})

test('the sixth wrong password waits, and the form says so', async ({ page }) => {
  const email = await signUp(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  for (let count = 0; count < 5; count += 1) {
    const answer = await page.request.post(`${apiUrl}/api/token`, {
      form: { username: email, password: 'wrong' },
    })
    expect(answer.status()).toBe(401)
  }
  await signIn(page, email)
  await expect(page.getByText(/Too many attempts/)).toBeVisible()
})

test('a member sees no data of administrators', async ({ page }) => {
  await signUp(page)
  expect(await (await page.request.get('/admin/people')).text()).not.toContain('ada@example.com')
  await signIn(page, 'ada@example.com', DEMO_PASSWORD)
  await expect(page.getByText(/in all/)).toBeVisible()
})
