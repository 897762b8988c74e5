// The path through both ends, step by step. Runs in Chromium and, by its tag, in Firefox; WebKitGTK runs the same
// steps in tests/smoke/webkit-smoke.mjs.
import { openPlayground } from '../../tools/drive/drive-playground.mjs'
import { smokeSteps } from '../smoke/smoke-steps.mjs'
import { test } from './support/test.ts'

test('a click reaches the database and comes back @smoke', async ({ page }) => {
  test.setTimeout(180_000)
  const playground = await openPlayground(page)
  for (const { name, run } of smokeSteps) await test.step(name, () => run(playground))
})
