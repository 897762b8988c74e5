// The wire’s detail: two exchanges beside each other, the lines that sent a statement, and the database's plan of it.
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { test, expect } from './support/kept-test.ts'
import { openPlayground, SLOW_START } from './support/playground.ts'

test.use({ expectedErrors: SLOW_START })

test('two requests are compared, line by line', async ({ page }) => {
  const { bothEnds } = await openPlayground(page, { from: 'directory' })
  for (const number of [1, 2])
    await bothEnds(
      (api, path) => api.request({ host: 'backend', path }),
      `/people?page=${String(number)}`,
    )
  await page.getByRole('row', { name: /page=1/ }).click()
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByText(/Comparing with exchange \d+\. Choose another one\./)).toBeVisible()
  await page.getByRole('row', { name: /page=2/ }).click()
  const comparison = page
    .getByRole('region', { name: /^Exchange \d+ beside exchange \d+$/ })
    .first()
  await expect(comparison.getByText(/removed: .*GET \/people\?page=1/)).toBeVisible()
  await expect(comparison.getByText(/added: .*GET \/people\?page=2/)).toBeVisible()
  await expect(comparison.getByText(/unchanged lines/).first()).toBeVisible()
  await expect(comparison.getByText(/traceparent/)).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page }).include('[role="tabpanel"]').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await comparison.getByRole('button', { name: 'Stop comparing' }).click()
  await expect(comparison).toHaveCount(0)
  await expect(page.getByText('Response body')).toBeVisible()
})

test('a page names the line that asked FastAPI', async ({ page }) => {
  const { bothEnds } = await openPlayground(page, { from: 'directory' })
  await bothEnds((api) => api.goto('/people/2'))
  await page
    .getByRole('row', { name: /page \/people\/2/ })
    .first()
    .click()
  const detail = page.getByRole('region', { name: 'Browser → Next' })
  await followFirst(page, detail)
  const trace = await bothEnds((api) => api.trace())
  const calls = trace.flatMap(({ hops }) => hops.filter(({ from }) => from === 'next'))
  const { file } = calls.at(-1)?.code ?? { file: '' }
  expect(file).toMatch(/^frontend\//)
})

test('an exchange names the lines that sent its statements, and a statement has its plan', async ({
  page,
}) => {
  const { bothEnds } = await openPlayground(page, { from: 'directory' })
  await bothEnds((api) => api.request({ host: 'backend', path: '/api/people?page=2' }))
  await page.getByRole('row', { name: /api\/people\?page=2/ }).click()
  const detail = page.getByRole('region', { name: 'Browser → FastAPI' })
  await followFirst(page, detail)
  await page.getByRole('button', { name: 'Back to the list' }).click()
  await page.getByRole('treegrid').press('ArrowRight')
  await page
    .getByRole('row', { name: /SELECT/ })
    .first()
    .click()
  const statement = page.getByRole('region', { name: 'FastAPI → SQL' })
  await expect(statement.getByRole('button', { name: /^\w+\.py:\d+$/ })).toHaveCount(1)
  await statement.getByRole('button', { name: 'Explain' }).click()
  await expect(statement.getByText(/SCAN people|SEARCH people/)).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('[role="tabpanel"]').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

/** To the first line of code that the detail names: the editor is there. */
async function followFirst(page: Page, detail: Locator): Promise<void> {
  const place = detail.getByRole('button', { name: /^[\w-]+\.(py|tsx?):\d+$/ }).first()
  const line = /\d+$/.exec((await place.textContent()) ?? '')?.[0]
  await place.click()
  await expect(page.getByText(`Ln ${line}, Col`)).toBeVisible()
}
