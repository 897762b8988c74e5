// The real kernel in Chromium, in both flavours: what the two examples use of Next, over plain requests.
// Needs the built kernel (`npm run build`).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Flavour } from '../../playground/runtime/wire/message.ts'
import { getHeader, getHeaderValues } from '../../playground/runtime/wire/headers.ts'
import { conventions } from './fixtures/conventions.ts'
import { openKernel, type OpenKernel } from './harness/open-kernel.ts'

const flavours: Flavour[] = ['development', 'production']

describe.each(flavours)('%s', (flavour) => {
  let kernel: OpenKernel
  const get = async (path: string, headers: readonly (readonly [string, string])[] = []) =>
    kernel.request(path, { headers, cookies: false })
  const text = (html: string, id: string) =>
    new RegExp(`id="${id}"[^>]*>(.*?)</`, 's').exec(html)?.[1]?.replaceAll('<!-- -->', '')

  beforeAll(async () => {
    kernel = await openKernel()
    await kernel.boot(flavour, conventions, { environment: { API_URL: 'http://localhost:8000' } })
  })
  afterAll(() => kernel.close())

  test('renders a page with its layout, metadata and client component', async () => {
    const { status, text: html } = await get('/')
    expect(status).toBe(200)
    expect(html).toContain('<h1>Hello kernel</h1>')
    expect(html).toContain('<title>Fixture</title>')
    expect(text(html, 'count')).toBe('count 3 at /')
  })

  test('passes params, searchParams, cookies and headers to a dynamic page', async () => {
    const { text: html } = await get('/users/42?q=hi', [
      ['cookie', 'who=anna'],
      ['x-test', 'T1'],
    ])
    expect(text(html, 'user')).toBe('id=42 q=hi cookie=anna header=T1')
    expect(html).toContain('<title>User 42 | Fixture</title>')
  })

  test('notFound() and an unknown path give the 404 page', async () => {
    const unknown = await get('/nope')
    expect([unknown.status, text(unknown.text, 'nf')]).toEqual([404, 'Custom 404'])
    // Next renders this one in the browser: the shell had begun when notFound() was called.
    const called = await get('/users/missing')
    expect(called.status).toBe(404)
    expect(called.text).toContain('<meta name="robots" content="noindex"/>')
  })

  test('redirect() answers 307 with a location', async () => {
    const { status, headers } = await get('/users/old')
    expect([status, getHeader(headers, 'location')]).toEqual([307, '/users/new'])
  })

  test('route handlers answer GET with cookies, POST, 405, dynamic params, errors', async () => {
    const got = await get('/api/x?q=5', [['cookie', 'who=bob']])
    expect(JSON.parse(got.text)).toEqual({ q: '5', who: 'bob' })
    expect(getHeaderValues(got.headers, 'set-cookie')).toEqual(['seen=yes; Path=/'])
    const posted = await kernel.request('/api/x', {
      method: 'POST',
      headers: [['content-type', 'application/json']],
      body: '{"a":1}',
    })
    expect([posted.status, getHeader(posted.headers, 'x-a'), JSON.parse(posted.text)]).toEqual([
      201,
      '1',
      { got: { a: 1 } },
    ])
    expect((await kernel.request('/api/x', { method: 'PUT', body: '' })).status).toBe(405)
    expect(JSON.parse((await get('/api/items/9')).text)).toEqual({ id: '9' })
    expect((await get('/api/thrown')).status).toBe(500)
  })

  test('a route handler streams', async () => {
    const { text: body, chunks } = await get('/api/stream')
    expect(body).toBe('c0c1c2')
    expect((chunks.at(-1)?.at ?? 0) - (chunks[0]?.at ?? 0)).toBeGreaterThan(50)
  })

  test('overlapping requests keep their own cookies', async () => {
    const asked = [
      ['a', 120],
      ['b', 60],
      ['c', 90],
      ['d', 10],
    ] as const
    const seen = await Promise.all(
      asked.map(async ([who, ms]) =>
        text((await get(`/wait?ms=${ms}`, [['cookie', `who=${who}`]])).text, 'w'),
      ),
    )
    expect(seen).toEqual(['a/a', 'b/b', 'c/c', 'd/d'])
  })

  test('loading.tsx goes out first, the late part last', async () => {
    const { text: html, chunks } = await get('/slow')
    expect(html.indexOf('LOADING')).toBeLessThan(html.indexOf('SLOW DONE'))
    expect(html.indexOf('SLOW DONE')).toBeLessThan(html.indexOf('LATE'))
    expect(chunks.length).toBeGreaterThan(1)
  })

  test('CSS modules, composed names, imports and global sheets are linked and served', async () => {
    const { text: html } = await get('/css')
    expect(html).toMatch(/id="big" class="[^"]*s_big__\w+ s_title__\w+ s_k-b__\w+ b_base__\w+"/)
    const sheets = [...html.matchAll(/href="(\/_next\/static\/css\/[^"]+\.css[^"]*)"/g)].map(
      (match) => match[1] ?? '',
    )
    const css = (await Promise.all(sheets.map((sheet) => get(sheet))))
      .map((sheet) => sheet.text)
      .join('\n')
    for (const part of [
      'color: rgb(9, 8, 7)',
      'margin: 1px',
      'letter-spacing: 1px',
      '#css { color',
    ])
      expect(css).toContain(part)
  })

  test('top-level await, dynamic import and JSON', async () => {
    expect(text((await get('/tla')).text, 'tla')).toBe('412deep')
    expect(text((await get('/json')).text, 'json')).toBe('5')
  })

  test('environment files: order, expansion, NEXT_PUBLIC_ on both sides', async () => {
    const html = (await get('/env')).text
    expect(text(html, 'env')).toBe(
      'http://localhost:8000|from-env|local from-env|<b>local from-env',
    )
  })

  test('server-side fetch goes to the broker with the trace of its request', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
    const { text: html } = await get('/outside', [['traceparent', traceparent]])
    expect(text(html, 'outside')).toBe('http://localhost:8000/users?page=2 traced mine')
  })

  test('next.config: headers, redirects, rewrites', async () => {
    const old = await get('/old/z')
    expect([old.status, getHeader(old.headers, 'location')]).toEqual([308, '/docs/z'])
    expect(text((await get('/rw/q/r')).text, 'slug')).toBe('[&quot;q&quot;,&quot;r&quot;]')
    expect((await get('/af')).text).toContain('cart')
    expect(getHeader((await get('/cart')).headers, 'x-h')).toBe('v')
  })

  test('proxy.ts redirects, rewrites, and sets headers and cookies', async () => {
    const redirect = await get('/p/redirect')
    expect([redirect.status, getHeader(redirect.headers, 'location')]).toEqual([307, '/cart'])
    expect(text((await get('/p/rewrite')).text, 'slug')).toBe(
      '[&quot;from&quot;,&quot;proxy&quot;]',
    )
    const user = await get('/users/1')
    expect(text(user.text, 'user')).toContain('header=fromproxy')
    expect([getHeader(user.headers, 'x-out'), getHeaderValues(user.headers, 'set-cookie')]).toEqual(
      ['1', ['px=1; Path=/']],
    )
    expect(getHeader((await get('/users/2')).headers, 'x-out')).toBeNull()
  })

  test('public files and metadata files are served', async () => {
    expect((await get('/hello.txt')).text).toBe('hello')
    expect((await get('/icon.svg')).text).toContain('<svg')
    expect((await get('/sitemap.xml')).text).toContain('https://example.com/a')
  })

  test('a form without JavaScript runs its action', async () => {
    const page = (await get('/todos')).text
    const id = /name="(\$ACTION_ID_[0-9a-f]+)"/.exec(page)?.[1] ?? ''
    const part = (name: string, value: string) =>
      `--XX\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const {
      status,
      text: html,
      headers,
    } = await kernel.request('/todos', {
      method: 'POST',
      headers: [
        ['content-type', 'multipart/form-data; boundary=XX'],
        ['origin', 'http://localhost:3000'],
      ],
      body: `${part(id, '')}${part('text', 'nojs')}--XX--\r\n`,
    })
    expect(status).toBe(200)
    expect(html).toContain('<li>nojs</li>')
    expect(getHeaderValues(headers, 'set-cookie')).toContain('last=nojs; Path=/')
  })
})
