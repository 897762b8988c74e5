// The main path: from a click to SQL and back, and an edit on either end.
import { markSitePage, onePage, openPlayground, SLOW_START } from './support/playground.ts'
import { expect, test } from './support/kept-test.ts'

test.use({ expectedErrors: SLOW_START })

const SLOW_PAGE = onePage(
  "export const dynamic = 'force-dynamic'\n" +
    'export default async function Page() {\n' +
    "  const answer = await fetch('http://localhost:8000/word')\n" +
    '  const { word } = await answer.json()\n' +
    '  await new Promise((resolve) => setTimeout(resolve, 1500))\n' +
    '  return <h1>{word}</h1>\n}\n',
  {
    'backend/main.py':
      'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n' +
      '@app.get("/word")\ndef word() -> dict[str, str]:\n    return {"word": "before"}\n',
  },
)

test.describe('the directory', () => {
  test('a created person is a row, and the wire shows browser, action, POST and INSERT as one exchange', async ({
    page,
  }) => {
    const { app, bothEnds } = await openPlayground(page)
    await app.getByRole('link', { name: 'Add a person' }).click()
    await app.getByLabel('Name', { exact: true }).fill('Ada Byron')
    await app.getByLabel('E-mail').fill('ada.byron@example.com')
    await app.getByLabel('Title').fill('Analyst')
    await app.getByLabel('Team').selectOption({ index: 1 })
    await app.getByRole('button', { name: /add|save|create/i }).click()
    await expect(app.getByText('Ada Byron').first()).toBeVisible()

    const { rows } = await bothEnds((api) =>
      api.query("select name, email from people where email = 'ada.byron@example.com'"),
    )
    expect(rows).toEqual([['Ada Byron', 'ada.byron@example.com']])

    const trace = await bothEnds((api) => api.trace())
    const exchange = trace.find(({ hops }) =>
      hops.some((hop) => hop.type === 'http' && hop.kind === 'action'),
    )
    const steps = exchange?.hops.map((hop) =>
      hop.type === 'http'
        ? `${hop.from} → ${hop.to} ${hop['http.request.method']}`
        : `${hop.from} → ${hop.to} ${hop['db.query.text'].split(' ')[0]}`,
    )
    expect(steps).toEqual(
      expect.arrayContaining([
        'browser → next POST',
        'next → fastapi POST',
        'fastapi → sql INSERT',
      ]),
    )
    for (const hop of exchange?.hops ?? [])
      expect(hop.endTime).toBeGreaterThanOrEqual(hop.startTime)
  })

  test('a form that FastAPI refuses keeps what was typed and names the field', async ({ page }) => {
    const { app, bothEnds } = await openPlayground(page)
    const { rows } = await bothEnds((api) => api.query('select email from people limit 1'))
    await app.getByRole('link', { name: 'Add a person' }).click()
    await app.getByLabel('Name', { exact: true }).fill('Twice')
    await app.getByLabel('E-mail').fill(String(rows[0]?.[0]))
    await app.getByLabel('Title').fill('Copy')
    await app.getByLabel('Team').selectOption({ index: 1 })
    await app.getByRole('button', { name: /add|save|create/i }).click()
    await expect(app.getByText('Somebody here has this address already.').first()).toBeVisible()
    await expect(app.getByLabel('Name', { exact: true })).toHaveValue('Twice')
  })
})

test.describe('an edit is seen without loading the site again', () => {
  test('a heading in a server component', async ({ page }) => {
    const { app, bothEnds } = await openPlayground(page)
    const siteIsKept = await markSitePage(page)
    await expect(app.getByRole('heading', { name: 'People' })).toBeVisible()
    const report = await bothEnds(async (api) => {
      const path = 'frontend/app/(list)/page.tsx'
      return api.write(
        path,
        String(await api.read(path)).replace('<h1>People</h1>', '<h1>Colleagues</h1>'),
      )
    })
    expect(report.errors).toEqual([])
    await expect(app.getByRole('heading', { name: 'Colleagues' })).toBeVisible()
    await siteIsKept()
  })

  test('a label in a client component, whose state survives', async ({ page }) => {
    const { app, bothEnds } = await openPlayground(page, { from: 'hello' })
    const siteIsKept = await markSitePage(page)
    const counter = app.getByRole('button', { name: /Clicked/ })
    // Until React has taken over, a click does nothing.
    await expect(async () => {
      await counter.click()
      await expect(counter).toContainText(/[1-9]/, { timeout: 500 })
    }).toPass()
    const count = (await counter.textContent())?.replace(/\D/g, '')
    await bothEnds(async (api) => {
      const path = 'frontend/app/counter.tsx'
      return api.write(path, String(await api.read(path)).replace('Clicked', 'Pressed'))
    })
    await expect(app.getByRole('button', { name: /Pressed/ })).toHaveText(`Pressed ${count}`)
    await siteIsKept()
  })

  test('a field in a Python response', async ({ page }) => {
    const { app, bothEnds } = await openPlayground(page, { from: 'hello' })
    const siteIsKept = await markSitePage(page)
    await bothEnds(async (api) => {
      const path = 'backend/main.py'
      return api.write(
        path,
        String(await api.read(path)).replace('Hello, {name}', 'Good day, {name}'),
      )
    })
    await expect(app.getByRole('heading', { name: 'Good day, world!' })).toBeVisible()
    await siteIsKept()
  })

  test('a field in Python, while the page that shows it is on its way', async ({ page }) => {
    const { app, bothEnds } = await openPlayground(page, { from: 'hello' })
    await bothEnds((api, files) => api.load({ files: files ?? {} }), SLOW_PAGE)
    await expect(app.getByRole('heading', { name: 'before' })).toBeVisible()
    await bothEnds(async (api) => {
      const opening = api.goto('/')
      const isUnderWay = async () => {
        const { hops = [] } = (await api.trace()).at(-1) ?? {}
        const answered = hops.some(({ to, endTime }) => to === 'fastapi' && endTime !== null)
        return answered && hops.some(({ to, endTime }) => to === 'next' && endTime === null)
      }
      while (!(await isUnderWay())) await new Promise((resolve) => setTimeout(resolve, 20))
      const text = String(await api.read('backend/main.py'))
      await api.write('backend/main.py', text.replace('before', 'after'))
      await opening
    })
    await expect(app.getByRole('heading', { name: 'after' })).toBeVisible()
  })
})

test.describe('a syntax error names file and line, and mending it recovers', () => {
  test.use({ expectedErrors: /./ })

  test('in a page', async ({ page }) => {
    const { app, bothEnds } = await openPlayground(page, { from: 'hello' })
    const path = 'frontend/app/page.tsx'
    const good = String(await bothEnds((api, file) => api.read(file), path))
    const broken = good.replace('<main className', '<main< className')
    const report = await bothEnds((api, text) => api.write('frontend/app/page.tsx', text), broken)
    const line = broken.split('\n').findIndex((text) => text.includes('<main<')) + 1
    expect(report.errors[0]).toMatchObject({ end: 'next', place: { file: path, line } })
    expect(report.errors[0]?.codeFrame).toContain('<main<')
    await expect(page.getByText(new RegExp(`app/page\\.tsx.*${line}`)).first()).toBeVisible()
    const mended = await bothEnds((api, text) => api.write('frontend/app/page.tsx', text), good)
    expect(mended.errors).toEqual([])
    await expect(app.getByRole('heading', { name: 'Hello, world!' })).toBeVisible()
  })

  test('in Python', async ({ page }) => {
    const { app, bothEnds } = await openPlayground(page, { from: 'hello' })
    const path = 'backend/main.py'
    const good = String(await bothEnds((api, file) => api.read(file), path))
    const broken = good.replace('def hello(', 'def hello((')
    const report = await bothEnds((api, text) => api.write('backend/main.py', text), broken)
    const line = broken.split('\n').findIndex((text) => text.includes('hello((')) + 1
    expect(report.errors[0]).toMatchObject({ end: 'python', place: { file: path, line } })
    expect(report.errors[0]?.codeFrame).toContain('def hello((')
    await expect(page.getByText(/main\.py/).first()).toBeVisible()
    const mended = await bothEnds((api, text) => api.write('backend/main.py', text), good)
    expect(mended.errors).toEqual([])
    await bothEnds((api) => api.goto('/'))
    await expect(app.getByRole('heading', { name: 'Hello, world!' })).toBeVisible()
  })
})
