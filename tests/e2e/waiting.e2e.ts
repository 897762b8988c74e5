// The states of ux.md's table that are about waiting: a part that takes long or never comes, a check that could not run.
// The time that a reader would have to wait is passed by the page's clock; what waits is real.
import type { BrowserContext } from '@playwright/test'
import { keepEvidence } from './support/evidence.ts'
import { openLesson } from './support/lesson.ts'
import { routeMonaco } from './support/monaco.ts'
import { openPlayground } from './support/playground.ts'
import { expect, test } from './support/test.ts'

function createGate() {
  let letGo: () => void = () => undefined
  const isFree = new Promise<void>((resolve) => (letGo = resolve))
  return { isFree, letGo }
}

/** Requests for what the pattern names get no answer until they are let go. */
async function hold(context: BrowserContext, pattern: RegExp): Promise<() => void> {
  const { isFree, letGo } = createGate()
  await context.route(pattern, async (route) => {
    await isFree
    await route.continue().catch(() => undefined) // Its page may be gone.
  })
  return letGo
}

test('a stage over its usual time says so; over its deadline, what to try; then it starts', async ({
  page,
  context,
}) => {
  await page.clock.install()
  const letGo = await hold(context, /pyodide\.asm\.wasm/)
  await openPlayground(page, { from: 'hello', start: false })
  await page.getByRole('button', { name: 'Run', exact: true }).first().click()
  const python = page.getByRole('listitem').filter({ hasText: 'Python' })
  await expect(python).toContainText('loading Python and FastAPI')
  await page.clock.fastForward('00:13')
  await expect(page.getByText(/Python is taking longer than usual \(12 s\)/)).toBeVisible()
  await keepEvidence(page, 'stage-slow')
  await page.clock.fastForward('03:00')
  await expect(page.getByText('Python did not start.')).toBeVisible()
  await expect(
    page.getByText('No answer after 180 s while loading Python and FastAPI.'),
  ).toBeVisible()
  // What was under way beside it goes on with nothing.
  await expect(page.getByRole('list', { name: 'Starting' })).not.toContainText('running')
  await keepEvidence(page, 'stage-deadline')
  letGo()
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await expect(page.getByRole('button', { name: 'Restart', exact: true })).toBeVisible({
    timeout: 60_000,
  })
})

test('while the editor loads, the file is there to read and to write; the editor goes on from there', async ({
  page,
}) => {
  const { isFree, letGo } = createGate()
  await routeMonaco(page, async (route, response) => {
    await isFree
    await route.fulfill({ response })
  })
  await openPlayground(page, { from: 'hello', start: false })
  const file = page.getByRole('region', { name: 'The editor is loading.' })
  await expect(file).toContainText('export default')
  const field = file.getByRole('textbox')
  await field.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('// Written ')
  await keepEvidence(page, 'editor-loading')
  letGo()
  await expect(file).toBeHidden()
  await page.keyboard.type('meanwhile')
  await page.keyboard.press('Enter')
  await expect(page.locator('.monaco-editor').first()).toContainText('// Written meanwhile')
  await expect(page.locator('.monaco-editor').first()).toContainText('export default')
  const kept = await page.evaluate(() => window.bothEnds?.read('frontend/app/page.tsx'))
  expect(kept).toMatch(/^\/\/ Written meanwhile\n/)
  // The TypeScript worker may be on its way.
  await page.unrouteAll({ behavior: 'wait' })
})

test.describe('a check that could not run', () => {
  test.use({ expectedErrors: /./ })
  test.setTimeout(120_000)

  test('is not red, and says why', async ({ page }) => {
    const { checks, run } = await openLesson(page, { slug: '02-params' })
    // The engine is gone and nobody has noticed yet: that is our trouble, not the learner's.
    await page
      .locator('iframe[title="Engine room"]')
      .evaluate((frame: HTMLIFrameElement) => (frame.src = 'about:blank'))
    const said = await run()
    expect(said.join('\n')).toContain('This check could not run:')
    await expect(checks.first()).not.toContainText('does not pass')
    await keepEvidence(page, 'check-not-run')
  })
})
