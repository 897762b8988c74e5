// The states of ux.md's table in /play: each provoked for real, each with its sentence. BOTH_ENDS_EVIDENCE=1 keeps a
// picture of each in tests/e2e/evidence.
import { openPlayground, onePage, type Playground } from './support/playground.ts'
import { keepEvidence, LOOKS } from './support/evidence.ts'
import { expect, test } from './support/kept-test.ts'

// Most of these states are errors of the learner's.
test.use({ expectedErrors: /./ })

test('before the start, every pane says what will be in it', async ({ page }) => {
  await openPlayground(page, { start: false })
  await expect(page.getByText('Run it here.')).toBeVisible()
  for (const [tab, sentence] of [
    ['Wire', 'Nothing yet. Use the preview, and every request appears here, down to the SQL.'],
    ['Data', 'Tables appear when FastAPI has created them.'],
    ['Jar', 'No cookies. The next Set-Cookie that is accepted appears here; refused ones too'],
    ['Console', 'No output. console.log and print appear here, marked browser, Next or Python.'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click()
    await expect(page.getByText(sentence)).toBeVisible()
    await keepEvidence(page, `before-start-${tab.toLowerCase()}`)
  }
})

test('while it starts, every stage is on the list', async ({ page }) => {
  await openPlayground(page, { start: false })
  await page.getByRole('button', { name: 'Run', exact: true }).first().click()
  const stages = page.getByRole('list', { name: 'Starting' })
  for (const stage of ['Next.js', 'Python', 'FastAPI', 'Database', 'First page'])
    await expect(stages.getByText(stage, { exact: false }).first()).toBeVisible()
  await keepEvidence(page, 'starting')
})

test('a picture among the files is shown as what it is, not as text', async ({ page }) => {
  const { bothEnds } = await openPlayground(page, { start: false })
  await bothEnds(
    (api, files) =>
      api.load({
        files: { ...files, 'frontend/app/dot.png': new Uint8Array([137, 80, 78, 71, 0]) },
      }),
    onePage('export default () => <p>Page</p>\n'),
  )
  await page.getByRole('treeitem', { name: 'dot.png' }).click()
  await expect(page.getByText('Shown as read-only (binary, 5 B).')).toBeVisible()
  await keepEvidence(page, 'binary')
})

test.describe('with both ends running', () => {
  test('the app’s own trouble is said where it is', async ({ page }) => {
    const playground = await openPlayground(page)
    const { bothEnds, app } = playground
    await test.step('both ends run, on each screen and in both schemes', async () => {
      for (const { name, viewport, colorScheme } of LOOKS) {
        await page.setViewportSize(viewport)
        await page.emulateMedia({ colorScheme })
        await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${colorScheme}\\b`))
        await expect(page.locator('iframe[title^="Preview"]')).toBeAttached()
        // A narrow screen has a plain editor, which takes Monaco's place when it has loaded.
        if (viewport.width === 390)
          await expect(page.getByRole('textbox', { name: /page\.tsx/ })).toBeVisible()
        await keepEvidence(page, `play-${name}`)
      }
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.emulateMedia({ colorScheme: 'light' })
    })

    await test.step('Next cannot compile', async () => {
      await bothEnds((api) => api.write('frontend/app/page.tsx', 'export default function ('))
      await expect(
        page.getByText('Next.js reports an error in frontend/app/page.tsx'),
      ).toBeVisible()
      await keepEvidence(page, 'next-error')
    })
    await test.step('FastAPI cannot load', async () => {
      await load(playground, { 'backend/main.py': 'import nothing_of_the_kind\n' })
      await expect(page.getByText('FastAPI reports an error in backend/main.py')).toBeVisible()
      await expect(page.getByText(/No module named 'nothing_of_the_kind'/).first()).toBeVisible()
      await keepEvidence(page, 'python-error')
    })
    await test.step('no table, then one without rows', async () => {
      await load(playground)
      await page.getByRole('tab', { name: 'Data' }).click()
      await expect(page.getByText('FastAPI is running and has created no tables.')).toBeVisible()
      await keepEvidence(page, 'no-tables')
      await load(playground, { 'backend/main.py': EMPTY_TABLE })
      await expect(page.getByText('“person” has no rows.')).toBeVisible()
      await keepEvidence(page, 'no-rows')
    })
    await test.step('no answer from FastAPI', async () => {
      await load(playground, { 'backend/main.py': NO_ANSWER })
      await bothEnds((api) => api.goto('/'))
      await expect(app.getByText(/^No answer from .+ after 15 s\./)).toBeVisible({
        timeout: 30_000,
      })
      await keepEvidence(page, 'no-answer')
    })
  })

  test('the wire: hidden by the filter, and paused', async ({ page }) => {
    const { bothEnds } = await openPlayground(page)
    const ask = () => bothEnds((api) => api.request({ host: 'backend', path: '/health' }))
    await ask()
    await page.getByRole('searchbox', { name: 'Filter by path or statement' }).fill('/nothing-so')
    await expect(page.getByText(/\d+ exchanges? hidden by the filter\./).first()).toBeVisible()
    await keepEvidence(page, 'wire-hidden')
    await page.getByRole('button', { name: 'Show all' }).click()

    await page.getByRole('button', { name: 'Pause the list' }).click()
    await expect(page.getByText('Paused. New exchanges will wait.')).toBeVisible()
    const rows = page.getByRole('treegrid').getByRole('row', { name: /\/health/ })
    await expect(rows).toHaveCount(1)
    await ask()
    await ask()
    await expect(page.getByText('Paused. 2 new exchanges wait.')).toBeVisible()
    await expect(rows).toHaveCount(1)
    await keepEvidence(page, 'wire-paused')
    await page.getByRole('button', { name: 'Resume' }).first().click()
    await expect(rows).toHaveCount(3)
  })
})

const EMPTY_TABLE = `import os
from fastapi import FastAPI
from sqlmodel import Field, SQLModel, create_engine

class Person(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)

engine = create_engine(os.environ["DATABASE_URL"])
SQLModel.metadata.create_all(engine)
app = FastAPI()
`

const NO_ANSWER = `import asyncio
from fastapi import FastAPI

app = FastAPI()

@app.get("/slow")
async def slow():
    await asyncio.sleep(60)
`

const ASKS_SLOW = `export default async function Page() {
  const answer = await fetch(process.env.API_URL + '/slow')
  return <p>{answer.status}</p>
}
`

async function load(
  { bothEnds }: Playground,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const page =
    more['backend/main.py'] === NO_ANSWER ? ASKS_SLOW : 'export default () => <p>Page</p>\n'
  await bothEnds((api, files) => api.load({ files }), onePage(page, more))
}
