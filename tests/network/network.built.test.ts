// The real service worker, host page and broker in a real browser, with fake ends: what only a browser can show.
import type { Frame, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { INSTALLED, openNetwork, type OpenNetwork } from './open-network.ts'
import type {} from './site-page.ts'

describe.each(INSTALLED)('in %s', (name) => {
  let network: OpenNetwork
  let page: Page
  let preview: Frame

  beforeAll(async () => {
    network = await openNetwork(name)
    page = network.page
    await show('/')
  })

  afterAll(() => network?.close())

  async function show(path: string): Promise<void> {
    preview = await network.show(path)
  }

  test('a page comes from Next, with the guest first and without HttpOnly cookies', async () => {
    expect(await preview.textContent('h1')).toBe('Home')
    await show('/landed')
    expect(await preview.evaluate('decodeURIComponent(window.guestCookies)')).toBe('theme=dark')
    expect(await preview.evaluate(() => document.head.firstElementChild?.tagName)).toBe('SCRIPT')
  })

  test('a page that asks FastAPI is one exchange', async () => {
    await show('/users')
    expect(await preview.textContent('h1')).toBe('Users ["GET","/users"]')
    const exchanges = await page.evaluate(() => window.network.trace())
    expect(exchanges.at(-1)?.hops.map(({ to }) => to)).toEqual(['next', 'fastapi'])
  })

  test('an absolute redirect to the app stays in the preview', async () => {
    await show('/redirect')
    expect(await preview.textContent('h1')).toBe('Landed')
    expect(preview.url()).toBe(`${network.origins.preview}/landed`)
  })

  test('a form that posts and is redirected shows the next page', async () => {
    await show('/landed')
    await preview.evaluate(() => {
      document.body.innerHTML =
        '<form method="post" action="/form"><input name="a" value="1"></form>'
      document.querySelector('form')?.submit()
    })
    await preview.waitForSelector('h1')
    expect(await preview.textContent('h1')).toBe('Landed')
    const hop = await network.newestHop('/form')
    const headers = new Map(hop?.requestHeaders)
    expect(headers.get('origin')).toBe('http://localhost:3000')
    expect(headers.get('referer')).toBe('http://localhost:3000/landed')
    expect(headers.get('host')).toBe('localhost:3000')
    expect(headers.get('sec-fetch-site')).toBe('same-origin')
    expect(headers.get('content-length')).toBe('3')
  })

  test('a fetch follows a redirect on its own origin and knows where it came to', async () => {
    const seen = await preview.evaluate(async () => {
      const response = await fetch('/redirect')
      return { url: new URL(response.url).pathname, text: await response.text() }
    })
    expect(seen.url).toBe('/landed')
    expect(seen.text).toContain('<h1>Landed</h1>')
    expect(seen.text).not.toContain('guest.js')
  })

  test('uploads arrive whole, with their type', async () => {
    const seen = await preview.evaluate(async () => {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(1_000_000)], 'big.bin'))
      const response = await fetch('/echo', { method: 'POST', body: form })
      return response.json()
    })
    expect(seen.size).toBeGreaterThan(1_000_000)
    const type = new Map<string, string>(seen.headers).get('content-type')
    expect(type).toMatch(/^multipart\/form-data; boundary=/)
  })

  test('the app is reached by its own address, too', async () => {
    const seen = await preview.evaluate(async () => {
      const response = await fetch('http://localhost:3000/echo', { headers: { 'x-mine': '1' } })
      return response.json()
    })
    expect(seen.url).toBe('http://localhost:3000/echo')
  })

  test('a stream arrives as it is made', async () => {
    const times = await preview.evaluate(async () => {
      const start = performance.now()
      const { body } = await fetch('/ticks')
      const reader = body!.getReader()
      const times: number[] = []
      for (;;) {
        const { done } = await reader.read()
        if (done) return times
        times.push(performance.now() - start)
      }
    })
    expect(times).toHaveLength(5)
    expect(times.at(-1)! - times[0]!).toBeGreaterThan(600)
  })

  test('a stream that breaks off errors', async () => {
    const outcome = await preview.evaluate(async () => {
      const response = await fetch('/breaks')
      return response.text().then(
        () => 'a clean end',
        (error: Error) => error.name,
      )
    })
    expect(outcome).not.toBe('a clean end')
  })

  test('an abort before and during the answer reaches the server', async () => {
    const before = await preview.evaluate(() => fetch('/aborted').then((answer) => answer.text()))
    await preview.evaluate(async () => {
      const leaving = new AbortController()
      const response = await fetch('/endless', { signal: leaving.signal })
      await response.body!.getReader().read()
      leaving.abort()
      const early = new AbortController()
      const never = fetch('/never', { signal: early.signal }).catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, 100))
      early.abort()
      await never
    })
    await expect
      .poll(() => preview.evaluate(() => fetch('/aborted').then((answer) => answer.text())))
      .toBe(String(Number(before) + 1))
    await expect.poll(async () => (await network.newestHop('/endless'))?.endTime).not.toBeNull()
  })

  test('an answer without a body is one', async () => {
    const status = await preview.evaluate(() => fetch('/empty').then(({ status }) => status))
    expect(status).toBe(204)
  })

  test('FastAPI answers a page script by the rules of CORS', async () => {
    const seen = await preview.evaluate(async () => {
      const ask = (path: string, options?: RequestInit) =>
        fetch(`http://localhost:8000${path}`, options).then(
          async (response) => [
            response.status,
            response.headers.get('x-hidden'),
            await response.json(),
          ],
          (error: Error) => error.name,
        )
      return [
        await ask('/open'),
        await ask('/closed'),
        await ask('/put', {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        }),
        await ask('/delete', { method: 'DELETE' }),
      ]
    })
    expect(seen).toEqual([
      [200, null, ['GET', '/open']],
      'TypeError',
      [200, null, ['PUT', '/put']],
      'TypeError',
    ])
    expect((await network.newestHop('/closed'))?.corsError).toContain(
      'has been blocked by CORS policy',
    )
    expect(await page.evaluate(() => window.network.lines.length)).toBe(2)
  })

  test('another host is really asked: its answer is read by its own leave, or used unread', async () => {
    const seen = await preview.evaluate(async (site) => {
      const allowed = await (await fetch(`${site}/outside.json`)).json()
      const refused = await fetch(`${site}/site-page.js`).catch((error: Error) => error.name)
      const { type } = await fetch(`${site}/site-page.js`, { mode: 'no-cors' })
      return { allowed, refused, type }
    }, network.origins.site)
    expect(seen).toEqual({ allowed: 'from outside', refused: 'TypeError', type: 'opaque' })
    const hop = await network.newestHop('/outside.json')
    expect([hop?.to, hop?.['http.response.status_code']]).toEqual(['outside', 200])
  })

  test('the kernel’s client files come from the static server, off the wire', async () => {
    const text = await preview.evaluate(() =>
      fetch('/_next/static/kernel/development/e30/client.js').then((answer) => answer.text()),
    )
    expect(text).toBe('/* the kernel in the page */')
    expect(
      await network.newestHop('/_next/static/kernel/development/e30/client.js'),
    ).toBeUndefined()
  })

  test('a part that was ended and started again answers the request that waited', async () => {
    await page.evaluate(() => window.network.stopPart('kernel'))
    await page.evaluate(() => window.network.startPart('kernel'))
    expect(await preview.evaluate(() => fetch('/landed').then(({ status }) => status))).toBe(200)
  })

  test('a request under way to a part that is replaced fails at once, with a sentence', async () => {
    const answer = preview.evaluate(async () => {
      const response = await fetch('/never')
      return { status: response.status, body: await response.json() }
    })
    await expect.poll(() => network.newestHop('/never')).toBeDefined()
    await page.evaluate(() => window.network.startPart('kernel'))
    const { status, body } = await answer
    expect(status).toBe(502)
    expect(body.failure.message).toBe('Next was ended before it answered.')
  })

  test('without the host page a navigation meets a page that says where to go', async () => {
    await page.evaluate(() => window.network.removeHost())
    await show('/users')
    expect(await preview.textContent('h1')).toBe('The app is not running here')
    expect(network.errors).toEqual([])
  })
})
