// What breaks, on purpose: each part ended, each kind of loop, too much of everything. Each test sees it recover,
// and sees that somebody said so.
import type { Page } from '@playwright/test'
import { keepEvidence } from '../e2e/support/evidence.ts'
import { onePage, openPlayground } from '../e2e/support/playground.ts'
import { expect, test } from '../e2e/support/test.ts'

test.use({ expectedErrors: /./ })

const API = 'from fastapi import FastAPI\n\napp = FastAPI()\n'

async function endWorker(page: Page, name: string): Promise<void> {
  const worker = page.workers().find((candidate) => candidate.url().includes(`${name}.worker.js`))
  if (!worker)
    throw new Error(
      `No worker ${name}: ${page
        .workers()
        .map((one) => one.url())
        .join(', ')}`,
    )
  await worker.evaluate(() => self.close())
}

test.describe('a part that is ended starts again by itself', () => {
  for (const name of ['kernel', 'backend', 'broker'] as const) {
    test(name, async ({ page }) => {
      const { app, bothEnds } = await openPlayground(page, { from: 'hello' })
      await expect(app.getByRole('heading', { name: 'Hello, world!' })).toBeVisible()
      await endWorker(page, name)
      await expect(async () => {
        await bothEnds((api) => api.goto('/?name=again'))
        await expect(app.getByRole('heading', { name: 'Hello, again!' })).toBeVisible({
          timeout: 3_000,
        })
      }).toPass({ timeout: 90_000 })
    })
  }
})

test('what is written while a part starts again is there when it runs', async ({ page }) => {
  const { app, bothEnds } = await openPlayground(page, { from: 'hello' })
  await expect(app.getByRole('heading', { name: 'Hello, world!' })).toBeVisible()
  await endWorker(page, 'kernel')
  await expect(page.getByText(/No answer for 10 s/).first()).toBeVisible({ timeout: 30_000 })
  const { errors } = await bothEnds(async (api) => {
    const path = 'frontend/app/page.tsx'
    const text = String(await api.read(path))
    return api.write(
      path,
      text.replace(/export default/, 'export const written = 1\nexport default'),
    )
  })
  expect(errors).toEqual([])
  await bothEnds((api) => api.goto('/?name=again'))
  await expect(app.getByRole('heading', { name: 'Hello, again!' })).toBeVisible()
})

test('the service worker is stopped in the middle of a stream', async ({ page, context }) => {
  const { app, bothEnds } = await openPlayground(page, { start: false })
  await bothEnds(
    (api, files) => api.load({ files }),
    onePage(
      "'use client'\nimport { useState } from 'react'\nexport default function Page() {\n" +
        "  const [text, setText] = useState('idle')\n" +
        '  const read = async () => {\n' +
        "    try {\n      const answer = await fetch('/slow')\n      setText('reading')\n" +
        "      setText('whole: ' + (await answer.text()).length)\n" +
        "    } catch (error) { setText('cut: ' + error) }\n  }\n" +
        '  return <main><button onClick={read}>Read</button><p>{text}</p></main>\n}\n',
      {
        'frontend/app/slow/route.ts':
          'export async function GET() {\n  const bytes = new TextEncoder().encode("x".repeat(100))\n' +
          '  return new Response(new ReadableStream({\n    async start(controller) {\n' +
          '      for (let i = 0; i < 40; i++) {\n        controller.enqueue(bytes)\n' +
          '        await new Promise((resolve) => setTimeout(resolve, 200))\n      }\n      controller.close()\n' +
          '    },\n  }))\n}\n',
      },
    ),
  )
  await bothEnds((api) => api.goto('/'))
  await expect(async () => {
    await app.getByRole('button', { name: 'Read' }).click()
    await expect(app.getByText(/reading|whole/)).toBeVisible({ timeout: 1_500 })
  }).toPass()
  const session = await context.newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  // Whole or cut, but never silently short.
  await expect(app.getByText(/whole: 4000|cut:/)).toBeVisible({ timeout: 30_000 })
  await bothEnds((api) => api.goto('/'))
  await expect(app.getByText('idle')).toBeVisible()
})

test.describe('an endless loop', () => {
  test('in a script of the page: the site stays alive and opens another page', async ({ page }) => {
    const { app, bothEnds } = await openPlayground(page, { start: false })
    await bothEnds(
      (api, files) => api.load({ files }),
      onePage(
        "'use client'\nexport default function Page() {\n" +
          '  return <button onClick={() => setTimeout(() => { for (;;) {} }, 300)}>Hang</button>\n}\n',
        {
          'frontend/app/other/page.tsx':
            'export default function Page() {\n  return <h1>Other</h1>\n}\n',
        },
      ),
    )
    await bothEnds((api) => api.goto('/'))
    await page.waitForTimeout(1_500)
    await app.getByRole('button', { name: 'Hang' }).click()
    await expect(page.getByText(/stopped answering/)).toBeVisible({ timeout: 20_000 })
    await bothEnds((api) => api.goto('/other'))
    await expect(app.getByRole('heading', { name: 'Other' })).toBeVisible()
  })

  test('in a server component: the kernel starts again', async ({ page }) => {
    const { app, bothEnds } = await openPlayground(page, { start: false })
    await bothEnds(
      (api, files) => api.load({ files }),
      onePage('export default function Page() {\n  return <h1>Fine</h1>\n}\n', {
        'frontend/app/loop/page.tsx': 'export default function Page() {\n  for (;;) {}\n}\n',
      }),
    )
    const answer = await bothEnds((api) => api.request({ host: 'frontend', path: '/loop' }))
    expect(answer.status).toBeGreaterThanOrEqual(500)
    await expect(async () => {
      await bothEnds((api) => api.goto('/'))
      await expect(app.getByRole('heading', { name: 'Fine' })).toBeVisible({ timeout: 3_000 })
    }).toPass({ timeout: 60_000 })
  })

  test('in an endpoint: stopped with file and line, the next request is answered', async ({
    page,
  }) => {
    const { bothEnds } = await openPlayground(page, { start: false })
    await bothEnds(
      (api, files) => api.load({ files }),
      onePage('export default function Page() {\n  return <h1>Fine</h1>\n}\n', {
        'backend/main.py':
          API +
          "\n@app.get('/loop')\ndef loop():\n    while True:\n        pass\n\n@app.get('/ok')\ndef ok():\n    return 1\n",
      }),
    )
    const answer = await bothEnds((api) => api.request({ host: 'backend', path: '/loop' }))
    expect(answer.status).toBeGreaterThanOrEqual(500)
    const errors = await bothEnds((api) => api.errors())
    expect(JSON.stringify(errors)).toContain('backend/main.py')
    const ok = await bothEnds((api) => api.request({ host: 'backend', path: '/ok' }))
    expect([ok.status, ok.body]).toEqual([200, '1'])
  })
})

test('the first word of a page is lost: it is said again', async ({ page }) => {
  await page.addInitScript(() => {
    let isLost = false
    window.addEventListener(
      'message',
      (event: MessageEvent<{ readonly type?: string } | null>) => {
        if (isLost || event.data?.type !== 'both-ends-guest-ready') return
        isLost = true
        event.stopImmediatePropagation()
      },
      true,
    )
  })
  const { bothEnds } = await openPlayground(page, { from: 'hello' })
  await expect
    .poll(async () => (await bothEnds((api) => api.page())).text, { timeout: 20_000 })
    .toContain('Hello, world!')
})

test('an import of a missing package is named on both ends', async ({ page }) => {
  const { bothEnds } = await openPlayground(page, { start: false })
  const report = await bothEnds(
    (api, files) => api.load({ files }),
    onePage(
      "import leftPad from 'left-pad'\nexport default function Page() {\n  return <h1>{leftPad('x')}</h1>\n}\n",
      {
        'backend/main.py': `import requests\n\n${API}`,
      },
    ),
  )
  const page500 = await bothEnds((api) => api.request({ host: 'frontend', path: '/' }))
  expect(page500.status).toBe(500)
  const errors = [...report.errors, ...(await bothEnds((api) => api.errors()))]
  const texts = errors.map(({ end, message }) => `${end}: ${message}`)
  expect(texts).toContainEqual(expect.stringContaining("Can't resolve 'left-pad'"))
  expect(texts).toContainEqual(expect.stringContaining("No module named 'requests'"))
})

test('a body of 1 MB crosses both ends and comes back whole', async ({ page }) => {
  const { bothEnds } = await openPlayground(page, { start: false })
  await bothEnds(
    (api, files) => api.load({ files }),
    onePage('export default function Page() {\n  return <h1>Fine</h1>\n}\n', {
      'frontend/app/echo/route.ts':
        'export async function POST(request: Request) {\n' +
        "  const answer = await fetch(`${process.env.API_URL}/echo`, { method: 'POST', body: await request.arrayBuffer() })\n" +
        '  return new Response(answer.body)\n}\n',
      'backend/main.py':
        `from fastapi import Request, Response\n${API}\n@app.post('/echo')\nasync def echo(request: Request):\n` +
        '    return Response(await request.body())\n',
    }),
  )
  const answer = await bothEnds(async (api) => {
    const body = 'both ends '.repeat(104_858)
    const { status, body: echoed } = await api.request({
      host: 'frontend',
      method: 'POST',
      path: '/echo',
      body,
    })
    return { status, same: echoed === body, length: echoed.length }
  })
  expect(answer).toEqual({ status: 200, same: true, length: 1_048_580 })
})

test('200 quick edits end with the last one shown', async ({ page }) => {
  const { app, bothEnds } = await openPlayground(page, { from: 'hello' })
  await bothEnds(async (api) => {
    const path = 'frontend/app/counter.tsx'
    const text = String(await api.read(path))
    const writes = []
    for (let edit = 1; edit <= 200; edit++)
      writes.push(api.write(path, text.replace('Clicked', `Edit ${edit}`)))
    await Promise.all(writes)
  })
  await expect(app.getByRole('button', { name: /Edit 200/ })).toBeVisible()
})

test('full storage is said at once, and the files stay in the page', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
  })
  const { bothEnds } = await openPlayground(page, { from: 'hello', start: false })
  await bothEnds((api) => api.write('frontend/app/extra.ts', 'export const extra = 1\n'))
  await expect(page.getByText(/not keeping changes/).first()).toBeVisible()
  await keepEvidence(page, 'storage-full')
  expect(await bothEnds((api) => api.read('frontend/app/extra.ts'))).toContain('extra = 1')
})

test('a second tab offers to take over, and the first one says that it lost', async ({
  page,
  context,
}) => {
  await openPlayground(page, { from: 'hello' })
  const second = await context.newPage()
  const { bothEnds } = await openPlayground(second, { from: 'hello', start: false })
  await expect(bothEnds((api) => api.ready())).rejects.toThrow(/another tab/)
  await expect(second.getByRole('button', { name: 'Take over here' })).toBeVisible()
  await keepEvidence(second, 'second-tab')
  await second.getByRole('button', { name: 'Take over here' }).click()
  await bothEnds((api) => api.ready())
  await expect(page.getByText(/took the playground over/).first()).toBeVisible()
  await keepEvidence(page, 'taken-over')
})
