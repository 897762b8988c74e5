// The playground's page by hand: Run, type, look at the wire, break something, reset, come back. Its states and keys
// over the fake engine are in playground/ui/workbench.e2e.ts.
import type { Page } from '@playwright/test'
import { routeMonaco } from './support/monaco.ts'
import { openPlayground } from './support/playground.ts'
import { expect, test as firstVisit } from './support/test.ts'
import { test } from './support/kept-test.ts'

async function startRun(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).first().click()
  await expect(page.getByRole('button', { name: 'Restart', exact: true })).toBeVisible({
    timeout: 60_000,
  })
}

async function startByHand(page: Page) {
  const { app } = await openPlayground(page, { from: 'hello', start: false })
  await startRun(page)
  await expect(app.getByRole('heading', { name: 'Hello, world!' })).toBeVisible({ timeout: 30_000 })
  return app
}

/** Replaces a text in the file that is open, as a person would: find, replace, close. */
async function typeInstead(page: Page, before: string, after: string): Promise<void> {
  await page.locator('.monaco-editor').first().click()
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill(before)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.type(after)
}

firstVisit(
  'Run shows the stages, then the page; a typed change is seen without loading the site again',
  async ({ page }) => {
    const app = await startByHand(page)
    await page.getByRole('treeitem', { name: /^backend/ }).waitFor()
    await page.getByRole('treeitem', { name: /main\.py/ }).click()
    await typeInstead(page, 'Hello, {name}', 'Good day, {name}')
    await expect(app.getByRole('heading', { name: 'Good day, world!' })).toBeVisible({
      timeout: 40_000,
    })
    await expect(page.getByTitle('1 file changed')).toContainText('Saved')
  },
)

test('what a program changes above the caret leaves it on its line', async ({ page }) => {
  const path = 'frontend/app/page.tsx'
  await openPlayground(page, { from: 'hello', start: false })
  await page.locator('[data-ready="true"]').waitFor()
  await page.getByRole('textbox', { name: /app\/page\.tsx/ }).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.evaluate(async (file) => {
    const text = String(await window.bothEnds?.read(file))
    await window.bothEnds?.write(file, `// Above.\n${text}`)
  }, path)
  // At once: half a comment is no code.
  await page.keyboard.insertText(' // Here.')
  const read = () => page.evaluate((file) => window.bothEnds?.read(file), path)
  await expect.poll(read).toMatch(/^\/\/ Above\.\nimport [^\n]+ \/\/ Here\.\n/)
})

test('the engine’s hidden page is there before Run, and a start takes it', async ({ page }) => {
  await openPlayground(page, { from: 'hello', start: false })
  const room = page.locator('iframe[title="Engine room"]')
  await expect(room).toBeAttached()
  await room.evaluate((frame) => frame.setAttribute('data-opened', 'ahead'))
  await startRun(page)
  await expect(room).toHaveCount(1)
  await expect(room).toHaveAttribute('data-opened', 'ahead')
})

test('a hidden page that died while it waited is opened anew', async ({ page }) => {
  await openPlayground(page, { from: 'hello', start: false })
  const room = page.locator('iframe[title="Engine room"]')
  await expect(room).toBeAttached()
  // Another document in its place: nobody is behind the port any more.
  await room.evaluate((frame: HTMLIFrameElement) => {
    frame.src = 'about:blank'
  })
  await startRun(page)
  await expect(room).toHaveCount(1)
})

test('the wire shows the page with what it caused, and its sentence', async ({ page }) => {
  await startByHand(page)
  const row = page.getByRole('row', { name: /GET page/ }).last()
  await expect(row).toContainText('FastAPI')
  await row.click()
  await expect(page.getByText(/^The browser asked Next for the page \//)).toBeVisible()
  await page.getByRole('button', { name: 'Back to the list' }).click()
  await expect(page.getByRole('treegrid')).toBeVisible()
})

test.describe('an error in the code', () => {
  test.use({ expectedErrors: /./ })

  test('is amber, goes to its line, and goes away when mended', async ({ page }) => {
    await startByHand(page)
    await page.locator('.monaco-editor').first().click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('const = 1\n')
    await expect(page.getByText('Next.js reports an error in frontend/app/page.tsx')).toBeVisible({
      timeout: 40_000,
    })
    await page.keyboard.press('Control+End')
    await page.getByRole('button', { name: 'Go to frontend/app/page.tsx:1' }).click()
    await expect(page.getByText(/^Ln 1, Col/)).toBeVisible()
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await expect(page.getByText('Next.js reports an error')).toHaveCount(0, { timeout: 40_000 })
  })
})

test('edits are there after a reload; reset asks, and Undo brings them back', async ({ page }) => {
  await openPlayground(page, { from: 'hello', start: false })
  await page.locator('.monaco-editor').first().click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('// mine\n')
  await expect(page.getByTitle('1 file changed')).toContainText('Saved')
  await page.reload()
  await expect(page.locator('.view-lines')).toContainText('// mine', { timeout: 40_000 })
  await page.getByRole('button', { name: 'Reset…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reset' }).click()
  await expect(page.locator('.view-lines')).not.toContainText('// mine')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('.view-lines')).toContainText('// mine')
})

test.describe('an editor that does not load', () => {
  test.use({ expectedErrors: /ERR_FAILED|ChunkLoadError|Failed to load chunk/ })

  test('leaves a plain one, and says so', async ({ page }) => {
    await routeMonaco(page, (route) => route.abort())
    await openPlayground(page, { from: 'hello', start: false })
    await expect(page.getByText('The code editor did not load')).toBeVisible({ timeout: 20_000 })
    const field = page.getByRole('textbox', { name: /^frontend\/app\/page\.tsx/ })
    await field.fill('export default function Page() { return <h1>Plain</h1> }\n')
    await expect(page.getByTitle('1 file changed')).toContainText('Saved')
  })
})
