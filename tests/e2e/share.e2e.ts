// A link that holds the work: made in one browser, opened in another, which keeps what it had.
import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'
import { callBothEnds, openPlayground } from './support/playground.ts'

const PAGE = 'frontend/app/page.tsx'

async function makeLink(page: Page, text: string): Promise<string> {
  const { bothEnds } = await openPlayground(page, { from: 'hello' })
  await bothEnds((api, change) => api.write(change?.path ?? '', change?.text ?? ''), {
    path: PAGE,
    text,
  })
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Share…' }).click()
  const field = page.getByRole('textbox', { name: 'Link' })
  await expect(field).toHaveValue(/#code=[\w-]+$/)
  return field.inputValue()
}

test('a link brings the code, runs nothing by itself, and keeps what was there', async ({
  page,
  browser,
}) => {
  const link = await makeLink(page, 'export default () => <h1>From a link</h1>\n')
  expect(link.length).toBeLessThan(1_000)
  const other = await (await browser.newContext()).newPage()
  await other.goto('/play/?from=hello')
  await other.waitForFunction(() => window.bothEnds !== undefined)
  await callBothEnds(other)((api) => api.write('backend/mine.py', 'mine = True\n'))

  await other.goto('about:blank')
  await other.goto(link)
  await expect(other.getByText('Someone shared this code.')).toBeVisible()
  await expect(other).toHaveURL(/\/play\/?$/)
  const shown = other.frameLocator('iframe[title^="Preview"]')
  await expect(shown.getByRole('heading', { name: 'From a link' })).toBeHidden()
  await other.getByRole('button', { name: 'Run', exact: true }).first().click()
  await expect(shown.getByRole('heading', { name: 'From a link' })).toBeVisible({ timeout: 30_000 })

  await other.getByRole('button', { name: 'More actions' }).click()
  await other.getByRole('menuitem', { name: /hello · 1 file changed/ }).click()
  const bothEnds = callBothEnds(other)
  await expect.poll(() => bothEnds((api) => api.files())).toContain('backend/mine.py')
  expect(await bothEnds((api) => api.read('frontend/app/page.tsx'))).not.toContain('From a link')
})

test('a link that was cut says so', async ({ page }) => {
  await page.goto('/play/#code=abc')
  await expect(page.getByText('The link could not be read')).toBeVisible()
})
