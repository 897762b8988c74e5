// The page alone, in a browser, over the fake engine: keys, words, states, what is kept, what assistive technology gets.
import type { Server } from 'node:http'
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { buildHarness, serveHarness } from './testing/serve-harness.mjs'

const PORT = 34_061

let server: Server

const test = base.extend<{ failOnConsoleError: void }>({
  failOnConsoleError: [
    async ({ page }, use) => {
      const problems: string[] = []
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
      page.on('pageerror', (error) => problems.push(String(error)))
      await use()
      expect(problems).toEqual([])
    },
    { auto: true },
  ],
})

test.beforeAll(async () => {
  await buildHarness()
  server = await serveHarness(PORT)
})
test.afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())))

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`http://127.0.0.1:${PORT}/?stageMs=20${query}`)
  await page.getByRole('button', { name: 'Run', exact: true }).first().waitFor()
}

async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).first().click()
  await expect(page.getByRole('button', { name: 'Restart', exact: true })).toBeVisible()
}

/** Monaco has taken the place of the plain text. */
async function editor(page: Page) {
  await page.locator('.monaco-editor').first().waitFor()
  return page.getByRole('textbox', { name: /frontend\/app\/page\.tsx/ })
}

async function expectAccessible(page: Page): Promise<void> {
  // Monaco's own markup is not ours to change; it has its own accessible mode, which is on.
  const { violations } = await new AxeBuilder({ page })
    .exclude('.monaco-editor')
    .exclude('iframe')
    // An open menu lies outside every landmark on purpose: it belongs to its button.
    .disableRules(['region'])
    .analyze()
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    ),
  ).toEqual([])
}

for (const scheme of ['light', 'dark'] as const) {
  const query = scheme === 'dark' ? '&dark=1' : ''
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [390, 844],
    [320, 640],
  ] as const) {
    test(`axe finds nothing at ${width} px, ${scheme}: before the start, running, with an error`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height })
      await open(page, query)
      await expectAccessible(page)
      await run(page)
      await expectAccessible(page)
      if (width < 768)
        await page
          .getByRole('navigation', { name: 'Views' })
          .getByRole('button', { name: /Wire/ })
          .click()
      await page.getByRole('row', { name: /POST/ }).click()
      await expect(page.getByText(/The page called a server action/)).toBeVisible()
      await expectAccessible(page)
      for (const name of ['Data', 'Jar', 'Console']) {
        await page.getByRole('tab', { name: new RegExp(name) }).click()
        await page
          .getByText(/SQLite in this tab|SameSite=None without|Listing page 1/)
          .first()
          .waitFor()
        await expectAccessible(page)
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      )
    })
  }

  test(`axe finds nothing in a wire that scrolls, ${scheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 520 })
    await open(page, query)
    await run(page)
    const wire = page.getByRole('treegrid')
    expect(await wire.evaluate((grid) => grid.scrollHeight - grid.clientHeight)).toBeGreaterThan(0)
    await expectAccessible(page)
    await wire.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    // The chosen row is below the head, not under it.
    const [head, row] = await Promise.all([
      wire.getByRole('row').first().boundingBox(),
      wire.getByRole('row', { selected: true }).boundingBox(),
    ])
    expect(row?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1)
  })

  test(`axe finds nothing in dialogs and failed starts, ${scheme}`, async ({ page }) => {
    await open(page, `${query}&failing=python`)
    await page.getByRole('button', { name: 'Run', exact: true }).first().click()
    await expect(page.getByText('Python did not start.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Reset…' }).click()
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More actions' }).click()
    await expectAccessible(page)
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page)
  })
}

test('stages are listed with their times, and a failed one can be tried again', async ({
  page,
}) => {
  await open(page, '&failing=python&once')
  await page.getByRole('button', { name: 'Run', exact: true }).first().click()
  await expect(page.getByRole('list', { name: 'Starting' }).getByText('Next.js')).toBeVisible()
  await expect(
    page.getByText('No answer after 60 s while downloading pyodide.asm.wasm.'),
  ).toBeVisible()
  await page
    .getByRole('region', { name: 'Preview' })
    .getByRole('button', { name: 'Try again' })
    .click()
  await expect(page.getByRole('button', { name: 'Restart', exact: true })).toBeVisible()
  await expect(page.getByText('Python did not start.')).toBeHidden()
})

test('Ctrl+Enter runs from the editor, and Escape then Tab leaves it', async ({ page }) => {
  await open(page)
  const code = await editor(page)
  await code.focus()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Restart', exact: true })).toBeVisible()
  expect(
    await page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null),
  ).toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  expect(
    await page.evaluate(() => document.activeElement?.closest('.monaco-editor') === null),
  ).toBe(true)
})

test('F6 goes round the panes and says their names; plain letters stay letters in the editor', async ({
  page,
}) => {
  await open(page)
  const code = await editor(page)
  await page.getByRole('button', { name: 'New file' }).focus()
  const names: (string | null | undefined)[] = []
  for (let turn = 0; turn < 4; turn += 1) {
    await page.keyboard.press('F6')
    names.push(
      await page.evaluate(() =>
        document.activeElement?.closest('[data-pane]')?.getAttribute('aria-label'),
      ),
    )
  }
  expect(names).toEqual(['Code', 'Preview', 'Wire, data, jar and console', 'Files'])
  await expect(page.getByRole('status').filter({ hasText: 'Files pane' })).toHaveCount(1)
  await code.focus()
  await page.keyboard.type('?gv/')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('.view-lines')).toContainText('?gv/')
})

test('typing marks the file, is saved, and is there after a reload; reset asks and can be undone', async ({
  page,
}) => {
  await open(page)
  const code = await editor(page)
  await code.focus()
  await page.keyboard.type('// mine\n')
  await expect(page.getByRole('img', { name: 'changed' })).toBeVisible()
  await expect(page.getByTitle('1 file changed').getByText('Saved')).toBeVisible()
  await page.reload()
  await editor(page)
  await expect(page.locator('.view-lines')).toContainText('// mine')
  await page.getByRole('button', { name: 'Reset…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reset' }).click()
  await expect(page.locator('.view-lines')).not.toContainText('// mine')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('.view-lines')).toContainText('// mine')
})

test('a browser that keeps nothing says so and offers the zip', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await open(page)
  const code = await editor(page)
  await code.focus()
  await page.keyboard.type('x')
  await expect(page.getByText('Your browser is not keeping changes')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download a zip' }).click()
  expect((await download).suggestedFilename()).toBe('both-ends.zip')
})

test('files are made, renamed and deleted by keys alone, and a bad path is refused with a sentence', async ({
  page,
}) => {
  await open(page)
  await page.getByRole('treeitem', { name: 'like.tsx' }).focus()
  await page.keyboard.press('F2')
  const path = page.getByRole('textbox', { name: 'Path' })
  await path.fill('app/heart.tsx')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').first()).toContainText('begins with frontend/ or backend/')
  await path.fill('frontend/app/heart.tsx')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('treeitem', { name: /heart\.tsx/ })).toBeVisible()
  await page.getByRole('treeitem', { name: /heart\.tsx/ }).focus()
  await page.keyboard.press('Delete')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('treeitem', { name: /heart\.tsx/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('treeitem', { name: /heart\.tsx/ })).toBeVisible()
})

test("the learner's error shows its frame, goes to its line, and goes away when mended", async ({
  page,
}) => {
  await open(page)
  await run(page)
  const code = await editor(page)
  await code.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.type(' OOPS')
  await expect(page.getByText('Next.js reports an error in frontend/app/page.tsx')).toBeVisible()
  await page.keyboard.press('Control+End')
  await page.getByRole('button', { name: 'Go to frontend/app/page.tsx:1' }).click()
  await expect(page.getByText('Ln 1, Col 3')).toBeVisible()
  await page.keyboard.press('End')
  for (let turn = 0; turn < 5; turn += 1) await page.keyboard.press('Backspace')
  await expect(page.getByText('Next.js reports an error')).toHaveCount(0)
})

test('the wire is walked by keys: open, into the SQL, detail, back', async ({ page }) => {
  await open(page)
  await run(page)
  await page.getByRole('treegrid').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText('FastAPI ran SELECT user in 1.4 ms and got one row.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('treegrid')).toBeVisible()
})

test('what FastAPI ran by itself is one quiet row that nobody counts', async ({ page }) => {
  await open(page)
  await run(page)
  await expect(page.getByRole('row', { name: /start-up by FastAPI/ })).toBeVisible()
  await page.getByRole('row', { name: /start-up/ }).click()
  await expect(page.getByText('No request: FastAPI ran 2 statements by itself')).toBeVisible()
})

test('a menu that is opened by a key has its first item under the keys, the first time too', async ({
  page,
}) => {
  await open(page)
  const more = page.getByRole('button', { name: 'More actions' })
  for (const key of ['Enter', 'ArrowDown', 'Enter']) {
    await more.focus()
    await page.keyboard.press(key)
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toBeHidden()
    await expect(more).toBeFocused()
  }
})

test('secrets are dots until someone asks', async ({ page }) => {
  await open(page)
  await run(page)
  await page.getByRole('row', { name: /POST/ }).click()
  await expect(page.getByText('password=••••••••')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Show hidden values' }).check()
  await expect(page.getByText('password=secret')).toBeVisible()
})

test('on a phone the code gets its colours when it is looked at', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '&view=preview')
  const colours = page.locator('[data-pane="code"] [data-coloured]')
  const views = page.getByRole('navigation', { name: 'Views' })
  await views.waitFor()
  await page.waitForTimeout(1000) // They would have come by now.
  await expect(colours).toHaveCount(0)
  await views.getByRole('button', { name: 'Code' }).click()
  await expect(colours).toHaveCount(1)
})

test("on a phone the browser's Back goes to the view before", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '&view=code')
  const views = page.getByRole('navigation', { name: 'Views' })
  await views.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByText('Run it here.')).toBeVisible()
  await page.goBack()
  await expect(views.getByRole('button', { name: 'Code' })).toHaveAttribute('aria-current', 'true')
})
