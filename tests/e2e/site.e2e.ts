// The pages that are read: landing, docs, search, colour scheme, small screens. The playground has its own tests.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

const PAGES = [
  '/',
  '/docs/',
  '/docs/wire/',
  '/docs/what-is-real/',
  '/docs/embedding/',
  '/docs/reference/cors/',
  '/docs/seed-map/',
]

async function findAccessTrouble(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

async function widthBeyondScreen(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}

test('the landing page says what this is and leads to the playground and the docs', async ({
  page,
}) => {
  await page.goto('/')
  await expect(
    page.getByRole('heading', { level: 1, name: /Next\.js and FastAPI, both ends/ }),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open the playground' })).toHaveAttribute(
    'href',
    '/play/',
  )
  await page.getByRole('link', { name: 'How it works' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'How it works' })).toBeVisible()
})

test('the recorded exchange is whole and still when the system asks for less motion', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  const recorded = page.getByRole('region', { name: 'A recorded exchange' })
  await expect(recorded.getByRole('button', { name: 'Play' })).toBeVisible()
  await expect(recorded.getByText('whole', { exact: true })).toBeVisible()
  await expect(recorded.getByRole('listitem').first()).toContainText('Browser to Next.js')
})

test('the recorded exchange can be stepped with the keyboard, forth and back', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  const recorded = page.getByRole('region', { name: 'A recorded exchange' })
  const step = recorded.getByRole('button', { name: 'Step', exact: true })
  await step.focus()
  await page.keyboard.press('Enter')
  await expect(recorded.getByText(/^1 of \d+$/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(recorded.getByText(/^2 of \d+$/)).toBeVisible()
  await recorded.getByRole('button', { name: 'Back' }).click()
  await expect(recorded.getByText(/^1 of \d+$/)).toBeVisible()
})

test('search finds a page by a word in it', async ({ page }) => {
  await page.goto('/docs/')
  await page.keyboard.press('/')
  const search = page.getByRole('combobox', { name: 'Search' }).first()
  await expect(search).toBeFocused()
  await search.fill('refusedCookies')
  const result = page.getByRole('option').first()
  await expect(result).toBeVisible()
  await result.click()
  await expect(page).toHaveURL(/\/docs\/embedding\//)
})

test('the switch makes the pages dark, and a reload keeps it', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/docs/')
  await expect(page.locator('html')).not.toHaveClass(/dark/)
  await page.getByRole('button', { name: 'Change theme' }).first().click()
  await page.getByRole('option', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveClass(/dark/)
  await page.reload()
  await expect(page.locator('html')).toHaveClass(/dark/)
})

test('the first Tab reaches a link that skips to the content', async ({ page }) => {
  await page.goto('/docs/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#nextra-skip-nav/)
})

test.describe('an address that does not exist', () => {
  test.use({ expectedErrors: /404 \(Not Found\)/ })

  test('answers with status 404 and a way back', async ({ page }) => {
    const answer = await page.goto('/no/such/page/')
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: /no page at this address/ })).toBeVisible()
    await page.getByRole('link', { name: 'Both Ends' }).click()
    await expect(page).toHaveURL(/\/$/)
  })
})

for (const path of PAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} has no access trouble in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.goto(path)
      expect(await findAccessTrouble(page)).toEqual([])
    })
  }

  for (const width of [390, 320]) {
    test(`${path} fits a screen of ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(path)
      expect(await widthBeyondScreen(page)).toBeLessThanOrEqual(0)
    })
  }
}

test('at 390 px the menu opens and leads to the docs', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'What is real' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'What is real' })).toBeVisible()
})
