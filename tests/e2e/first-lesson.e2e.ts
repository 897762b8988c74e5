// The first-time path: from the landing page to a mended app, as somebody who has never been here, and back again.
import { SLOW_START } from './support/playground.ts'
import { expect, test } from './support/test.ts'

const SLUG = '01-two-servers'
/** For both ends to start on a busy machine. */
const MOST_MS = 60_000

test.describe('from the landing page', () => {
  // What is half typed does not compile; while FastAPI loads again, it does not answer.
  test.use({ expectedErrors: new RegExp(`status of (404|500|503)|${SLOW_START.source}`) })
  test.setTimeout(150_000)

  test('the first edit mends the page, and the next step is one press away', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Begin with lesson 1' }).click()
    await expect(page.getByRole('heading', { name: 'Two servers, one page' })).toBeVisible()
    await page.getByRole('button', { name: 'Run', exact: true }).first().click()
    const app = page.frameLocator('iframe[title^="Preview"]')
    await expect(app.getByRole('alert').filter({ hasText: 'FastAPI answered 404.' })).toBeVisible({
      timeout: MOST_MS,
    })

    const code = page.getByRole('textbox', { name: /^backend\/main\.py/ })
    await code.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('\napp.include_router(router)\n')

    await expect(app.getByRole('heading', { name: 'Hello, world!' })).toBeVisible({
      timeout: 30_000,
    })
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('4 of 4 checks pass').first()).toBeVisible({ timeout: MOST_MS })
    await page.getByRole('link', { name: /^Step 2: / }).click()
    await expect(
      page.getByRole('heading', { name: 'The question that nobody asked' }),
    ).toBeFocused()
  })
})

test('who comes back is led to where they were; who is new is not', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Begin with lesson 1' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Continue/ })).toBeHidden()
  await page.goto(`/learn/${SLUG}/#env`)
  await expect(page.getByRole('list', { name: 'Checks', exact: true })).toBeVisible()
  await page.goto('/')
  await page.getByRole('link', { name: 'Continue lesson 1' }).click()
  await expect(page).toHaveURL(`/learn/${SLUG}/#env`)
})

test('the end of a lesson leads to the next one', async ({ page }) => {
  await page.goto(`/learn/${SLUG}/#env`)
  await page.getByRole('link', { name: /^Lesson 2: / }).click()
  await expect(page.getByRole('heading', { level: 1, name: /params/ })).toBeVisible()
})

test('search finds a lesson by its words', async ({ page }) => {
  await page.goto('/docs/')
  await page.getByRole('combobox', { name: 'Search' }).first().fill('include_router')
  // The docs on writing lessons have the word too.
  await page.locator(`[role="option"][href^="/learn/${SLUG}"]`).first().click()
  await expect(page).toHaveURL(new RegExp(`/learn/${SLUG}/`))
})
