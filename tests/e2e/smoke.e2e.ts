// The path through both ends, step by step. Runs in Chromium and, by its tag, in Firefox; WebKitGTK runs the same
// steps in tests/smoke/webkit-smoke.mjs.
import { openPlayground } from '../../tools/drive/drive-playground.mjs'
import { smokeSteps } from '../smoke/smoke-steps.mjs'
import { openPlayground as openPlay, SLOW_START } from './support/playground.ts'
import { expect, test } from './support/test.ts'

test('a click reaches the database and comes back @smoke', async ({ page }) => {
  test.setTimeout(180_000)
  const playground = await openPlayground(page)
  for (const { name, run } of smokeSteps) await test.step(name, () => run(playground))
})

test.describe('the directory', () => {
  test.use({ expectedErrors: SLOW_START })

  test('its list is rendered by Next from FastAPI’s rows @smoke', async ({ page }) => {
    const { app, bothEnds } = await openPlay(page)
    await expect(app.getByRole('heading', { name: 'People' })).toBeVisible()
    await expect(app.getByRole('listitem').first()).toBeVisible()
    const { rows } = await bothEnds((api) =>
      api.query('select name from people order by name, id limit 1'),
    )
    await expect(app.getByText(String(rows[0]?.[0])).first()).toBeVisible()
  })
})
