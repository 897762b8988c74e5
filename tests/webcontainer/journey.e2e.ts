// The directory on the WebContainers engine, on the stand-in: a real `next dev`, the real relay, real Pyodide.
import { callBothEnds, markSitePage } from '../e2e/support/playground.ts'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addPerson, openOnContainer, READY } from './on-container.ts'
import { expect, test } from './test.ts'

// Next's client says so of its socket when `next dev` was ended on purpose.
test.use({
  expectedErrors:
    /^console: \.\/app\/\(list\)\/page\.tsx|WebSocket|Failed to fetch|fetch failed|was not answered|50[024] /,
})

test('the directory: first page, an edit on both ends, an action, a restart, a package, a kill', async ({
  page,
  standIn,
}) => {
  const { app, bothEnds } = await openOnContainer(page)
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

  await test.step('a package that the learner adds is installed, and the terminal shows it', async () => {
    const vendored = join(standIn.folder, 'greeting')
    await mkdir(vendored)
    await writeFile(
      join(vendored, 'package.json'),
      '{"name":"greeting","version":"1.0.0","main":"index.js"}',
    )
    await writeFile(join(vendored, 'index.js'), "exports.greeting = 'Good day from a package'\n")
    await page.getByRole('tab', { name: 'Terminal' }).click()
    await bothEnds(async (api) => {
      const manifest = JSON.parse(String(await api.read('frontend/package.json')))
      manifest.dependencies.greeting = 'file:./greeting'
      await api.write('frontend/package.json', JSON.stringify(manifest, null, 2))
      await api.write(
        'frontend/app/greeting/page.tsx',
        "import { greeting } from 'greeting'\nexport default function Page() {\n  return <h1>{greeting}</h1>\n}\n",
      )
    })
    await expect(page.getByRole('region', { name: 'Terminal' })).toContainText('npm install', READY)
    await expect(page.getByRole('region', { name: 'Terminal' })).toContainText(
      // Nothing of ours: the snapshot is what npm would have fetched.
      'added 1 package',
      READY,
    )
    await bothEnds((api) => api.goto('/greeting'))
    await expect(app.getByRole('heading', { name: 'Good day from a package' })).toBeVisible(READY)
  })

  await test.step('a restart of Next keeps the rows and the files', async () => {
    await bothEnds((api) => api.restart('frontend'))
    await bothEnds((api) => api.goto('/'))
    await expect(app.getByRole('heading', { name: 'Colleagues' })).toBeVisible(READY)
    await expect(app.getByText('Aaa Edited').first()).toBeVisible()
  })

  await test.step('when next dev is killed, it is said, and Next starts again by itself', async () => {
    const before = standIn.processes().started().length
    standIn.processes().killByText('next/dist/bin/next')
    await expect(page.getByText(/next dev ended with code/)).toBeVisible(READY)
    await expect.poll(() => standIn.processes().started().length, READY).toBeGreaterThan(before)
    await expect(app.getByRole('heading', { name: 'Colleagues' })).toBeVisible(READY)
    await callBothEnds(page)((api) => api.request({ host: 'frontend', method: 'GET', path: '/' }))
  })

  await siteIsKept()
})
