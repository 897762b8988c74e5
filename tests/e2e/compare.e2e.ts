// Two exchanges of the wire laid beside each other: what differs is marked, what always differs is left out.
import AxeBuilder from '@axe-core/playwright'
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
