// The directory on the WebContainers engine, on the stand-in: a real `next dev`, the real relay, real Pyodide. It begins and
// ends on the own engine, because one start of each is most of the time. Each step needs the one before it.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CONTAINER_STAGE_NAMES } from '../../playground/runtime/wire/stage.ts'
import { markSitePage, openPlayground, SLOW_START } from '../e2e/support/playground.ts'
import { actionHops, addPerson, chooseEngine, mailOf, READY } from './on-container.ts'
import { expect, test } from './test.ts'

const LIST = 'frontend/app/(list)/page.tsx'
const ADA = 'Ada Byron'
const GRACE = 'Grace Hopper'

// Next's client says so of its socket when `next dev` was ended on purpose, and of the syntax error.
test.use({
  expectedErrors: new RegExp(
    `${SLOW_START.source}|^console: \\./app/\\(list\\)/page\\.tsx|WebSocket|Failed to fetch|fetch failed|50[024] `,
  ),
})

test('the directory goes from the own engine to WebContainers and back, and everything works there', async ({
  page,
  standIn,
}) => {
  const { app, bothEnds } = await openPlayground(page)
  const replace = (from: string, to: string) =>
    bothEnds(
      async (api, { path, before, after }) =>
        api.write(path, String(await api.read(path)).replace(before, after)),
      { path: LIST, before: from, after: to },
    )

  const ownHops = await test.step('the own engine: an edit, and an action', async () => {
    await replace('<h1>People</h1>', '<h1>Kept</h1>')
    await addPerson(app, ADA)
    const hops = actionHops(await bothEnds((api) => api.trace()))
    expect(hops[0]).toContain('browser → next POST /people/new')
    expect(hops).toContain('fastapi → sql INSERT')
    return hops
  })

  const siteIsKept =
    await test.step('WebContainers: every stage ends, the line says what runs, files and rows are there', async () => {
      await chooseEngine(page, 'WebContainers')
      const isKept = await markSitePage(page)
      await bothEnds((api) => api.ready())
      expect(standIn.processes().started().join()).toContain('next dev --webpack')
      await expect(app.getByRole('heading', { name: 'Kept' })).toBeVisible(READY)
      await expect(
        page.getByRole('button', { name: 'Engine: Powered by WebContainers' }),
      ).toBeVisible()
      const { rows } = await bothEnds(
        (api, mail) => api.query(`select name from people where email = '${mail}'`),
        mailOf(ADA),
      )
      expect(rows).toEqual([[ADA]])
      const stages = await bothEnds((api) => api.stages())
      expect(stages.map(({ name, state }) => `${name} ${state}`)).toEqual(
        CONTAINER_STAGE_NAMES.map((name) => `${name} done`),
      )
      return isKept
    })

  // At once: the page's scripts are still on their way, and nothing tells it of a build yet.
  await test.step('an edit while the first page loads is seen', async () => {
    const report = await replace('<h1>Kept</h1>', '<h1>Colleagues</h1>')
    expect(report.errors).toEqual([])
    await expect(app.getByRole('heading', { name: 'Colleagues' })).toBeVisible(READY)
  })

  await test.step('an edit of a server component is seen, by Next’s own refresh', async () => {
    await replace('<h1>Colleagues</h1>', '<h1>Everybody</h1>')
    await expect(app.getByRole('heading', { name: 'Everybody' })).toBeVisible(READY)
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
    const good = String(await bothEnds((api, file) => api.read(file), LIST))
    const line = good.split('\n').findIndex((text) => text.includes('<h1>')) + 1
    const report = await replace('<h1>', '<h1< >')
    expect(report.errors[0]).toMatchObject({ end: 'next', place: { file: LIST, line } })
    const mended = await replace('<h1< >', '<h1>')
    expect(mended.errors).toEqual([])
    await expect(app.getByRole('heading', { name: 'Everybody' })).toBeVisible(READY)
  })

  await test.step('an action leaves the same hops as on the own engine', async () => {
    await addPerson(app, GRACE)
    expect(actionHops(await bothEnds((api) => api.trace()))).toEqual(ownHops)
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
    const terminal = page.getByRole('region', { name: 'Terminal' })
    await terminal.getByRole('textbox').pressSequentially('ls\n')
    await expect(terminal).toContainText('next-env.d.ts', READY)
    await bothEnds(async (api) => {
      const manifest = JSON.parse(String(await api.read('frontend/package.json')))
      manifest.dependencies.greeting = 'file:./greeting'
      await api.write('frontend/package.json', JSON.stringify(manifest, null, 2))
      await api.write(
        'frontend/app/greeting/page.tsx',
        "import { greeting } from 'greeting'\nexport default function Page() {\n  return <h1>{greeting}</h1>\n}\n",
      )
    })
    await expect(terminal).toContainText('npm install', READY)
    // Nothing of ours: the snapshot is what npm would have fetched.
    await expect(terminal).toContainText('added 1 package', READY)
    await bothEnds((api) => api.goto('/greeting'))
    await expect(app.getByRole('heading', { name: 'Good day from a package' })).toBeVisible(READY)
  })

  await test.step('a restart of Next keeps the rows and the files', async () => {
    await bothEnds((api) => api.restart('frontend'))
    await bothEnds((api) => api.goto('/'))
    await expect(app.getByRole('heading', { name: 'Everybody' })).toBeVisible(READY)
    await expect(app.getByText('Aaa Edited').first()).toBeVisible()
  })

  await test.step('when next dev is killed, it is said, and Next starts again by itself', async () => {
    const before = standIn.processes().started().length
    standIn.processes().killByText('next/dist/bin/next')
    await expect(page.getByText(/next dev ended with code/)).toBeVisible(READY)
    await expect.poll(() => standIn.processes().started().length, READY).toBeGreaterThan(before)
    await expect(app.getByRole('heading', { name: 'Everybody' })).toBeVisible(READY)
  })

  await test.step('the own engine again: files and the rows of both engines', async () => {
    await siteIsKept()
    await chooseEngine(page, 'Own engine')
    await bothEnds((api) => api.ready())
    await expect(app.getByRole('heading', { name: 'Everybody' })).toBeVisible(READY)
    const { rows } = await bothEnds(
      (api, mails) =>
        api.query(`select name from people where email in ('${mails.join("','")}') order by name`),
      [mailOf(ADA), mailOf(GRACE)],
    )
    expect(rows).toEqual([[ADA], [GRACE]])
  })
})
