// Step-through: a request of the preview waits, says what it is about to ask, and goes on by a button or by key.
import AxeBuilder from '@axe-core/playwright'
import { test, expect } from './support/kept-test.ts'
import { openPlayground, SLOW_START } from './support/playground.ts'

test.use({ expectedErrors: SLOW_START })

test('a page is stepped through, from the browser to FastAPI', async ({ page }) => {
  const { app, bothEnds } = await openPlayground(page, { from: 'directory' })
  await expect(app.getByRole('link', { name: 'Ada Osei' })).toBeVisible()
  await page.getByRole('button', { name: 'Step through' }).click()
  const bar = page.getByRole('toolbar', { name: 'Step through' })
  await expect(bar.getByText('Use the preview: each request will wait here.')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('[role="toolbar"]').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await app.getByRole('link', { name: 'Ada Osei' }).click()
  await expect(
    bar.getByText(/Request 1 .* Browser is about to ask Next, GET \/people/),
  ).toBeVisible()
  await expect(page.getByText('Step-through holds a request of this page.')).toBeVisible()
  await bar.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(
    bar.getByText(/Request 2 .* Next is about to ask FastAPI, GET \/api\/people\/1/),
  ).toBeVisible()
  await bar.getByRole('button', { name: 'Step', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(app.getByRole('heading', { name: 'Ada Osei' })).toBeVisible()

  // A program's request is nobody's to step through.
  const answer = await bothEnds((api) => api.request({ host: 'backend', path: '/health' }))
  expect(answer.status).toBe(200)
  await bar.getByRole('button', { name: 'Reload the page' }).click()
  await expect(bar.getByText(/Request 1 .* Browser is about to ask Next/)).toBeVisible()
  await bar.getByRole('button', { name: 'Skip' }).click()
  await expect(app.getByRole('heading', { name: 'Ada Osei' })).toBeVisible()
  await bar.getByRole('button', { name: 'Stop stepping' }).click()
  await expect(bar).toHaveCount(0)
})
