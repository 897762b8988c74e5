// The directory on the WebContainers engine, on the stand-in: a real `next dev`, the real relay, real Pyodide.
import { markSitePage } from '../e2e/support/playground.ts'
import { addPerson, openOnContainer, READY } from './on-container.ts'
import { expect, test } from './test.ts'

test.use({
  expectedErrors:
    /^console: \.\/app\/\(list\)\/page\.tsx|WebSocket|Failed to fetch|fetch failed|was not answered|50[024] /,
})

test('the directory: first page, an edit on both ends, a syntax error, an action', async ({
  page,
  standIn,
}) => {
  const { app, bothEnds } = await openOnContainer(page)
  expect(standIn.processes().started().join()).toContain('next dev --webpack')
  const siteIsKept = await markSitePage(page)

  await test.step('the first page has FastAPI’s rows, and the line says what runs', async () => {
    const { rows } = await bothEnds((api) =>
      api.query('select name from people order by name, id limit 1'),
    )
    await expect(app.getByText(String(rows[0]?.[0])).first()).toBeVisible(READY)
    await expect(
      page.getByRole('button', { name: 'Engine: Powered by WebContainers' }),
    ).toBeVisible(READY)
    const stages = await bothEnds((api) => api.stages())
    expect(stages.map(({ name, state }) => `${name} ${state}`)).toEqual(
      [
        'host',
        'container',
        'packages',
        'relay',
        'next',
        'client',
        'python',
        'fastapi',
        'database',
        'first-page',
      ].map((name) => `${name} done`),
    )
  })

  await test.step('an edit of a server component is seen, by Next’s own refresh', async () => {
    const report = await bothEnds(async (api) => {
      const path = 'frontend/app/(list)/page.tsx'
      return api.write(
        path,
        String(await api.read(path)).replace('<h1>People</h1>', '<h1>Colleagues</h1>'),
      )
    })
    expect(report.errors).toEqual([])
    await expect(app.getByRole('heading', { name: 'Colleagues' })).toBeVisible(READY)
  })

  await test.step('an edit of Python is seen', async () => {
    await bothEnds((api) => api.query("update people set name = 'Aaa Edited' where id = 1"))
    const path = 'backend/app/routers/people.py'
    await bothEnds(
      async (api, file) => api.write(file, `${String(await api.read(file))}# edited\n`),
      path,
    )
    await expect(app.getByText('Aaa Edited').first()).toBeVisible(READY)
  })

  await test.step('a syntax error names file and line, and mending it recovers', async () => {
    const path = 'frontend/app/(list)/page.tsx'
    const good = String(await bothEnds((api, file) => api.read(file), path))
    const broken = good.replace('<h1>', '<h1< >')
    const line = broken.split('\n').findIndex((text) => text.includes('<h1<')) + 1
    const report = await bothEnds(
      (api, text) => api.write('frontend/app/(list)/page.tsx', text),
      broken,
    )
    expect(report.errors[0]).toMatchObject({ end: 'next', place: { file: path, line } })
    const mended = await bothEnds(
      (api, text) => api.write('frontend/app/(list)/page.tsx', text),
      good,
    )
    expect(mended.errors).toEqual([])
    await expect(app.getByRole('heading', { name: 'Colleagues' })).toBeVisible(READY)
  })

  await test.step('an action makes a row', async () => {
    await addPerson(app, 'Ada Byron')
    const { rows } = await bothEnds((api) =>
      api.query("select name from people where email = 'ada.byron@example.com'"),
    )
    expect(rows).toEqual([['Ada Byron']])
  })

  await siteIsKept()
})
