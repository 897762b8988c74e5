// The playground in a frame of another site: it runs there, its bar is short, and what its reader has of their own stays.
import { expect, test } from './support/test.ts'
import { callBothEnds, openPlayground } from './support/playground.ts'

test('the work runs in a frame of another site', async ({ page, baseURL, elsewhere }) => {
  const { bothEnds } = await openPlayground(page, { from: 'hello', start: false })
  await bothEnds((api) =>
    api.write('frontend/app/page.tsx', 'export default () => <h1>In a frame</h1>\n'),
  )
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Share…' }).click()
  await page.getByRole('tab', { name: 'Embed' }).click()
  const html = page.getByRole('textbox', { name: 'Embed' })
  await expect(html).toHaveValue(/^<iframe src=".*\/play\/\?embed#code=[\w-]+"/)
  // Another site than localhost.
  await page.goto(await elsewhere(await html.inputValue()))
  const embedded = page.frameLocator('iframe[title="Both Ends"]')
  await expect(embedded.getByRole('button', { name: 'More actions' })).toHaveCount(0)
  await embedded.getByRole('button', { name: 'Run', exact: true }).first().click()
  const app = embedded.frameLocator('iframe[title^="Preview"]')
  await expect(app.getByRole('heading', { name: 'In a frame' })).toBeVisible({ timeout: 30_000 })
  const opened = page.context().waitForEvent('page')
  await embedded.getByRole('button', { name: 'Open in Both Ends' }).click()
  const whole = await opened
  await whole.waitForURL(/\/play\/$/)
  await expect(whole.getByText('Someone shared this code.')).toBeVisible()
  await page.goto(`${baseURL ?? ''}/play/`)
  await page.waitForFunction(() => window.bothEnds !== undefined)
  expect(await callBothEnds(page)((api) => api.read('frontend/app/page.tsx'))).toContain(
    'In a frame',
  )
})
