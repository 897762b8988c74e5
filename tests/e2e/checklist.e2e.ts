// docs/checklist: its rows run against the work that this browser keeps, green where the app is right, red where it is
// broken, neither where a row does not apply.
import type { Page } from '@playwright/test'
import { expect, test } from './support/kept-test.ts'
import { openPlayground } from './support/playground.ts'

/** Each row by its id: its state, and why it could not run. */
async function readRows(page: Page): Promise<Record<string, string>> {
  const rows = page.getByRole('list', { name: 'Checklist' }).getByRole('listitem')
  const states = await rows.evaluateAll((items) =>
    items.map((item) => {
      const state = item.getAttribute('data-state') ?? ''
      return [item.id, state === 'not-run' ? item.textContent : state] as const
    }),
  )
  return Object.fromEntries(states)
}

function saying(page: Page) {
  return page.getByRole('region', { name: 'Run the checks' }).getByRole('status')
}

const PASSED = Object.fromEntries(
  [
    ...['server', 'client', 'actions', 'database', 'tokens', 'cors', 'types'],
    ...['answers', 'refusals', 'passwords', 'headers'],
  ].map((id) => [id, 'passed']),
)

test.describe('the checklist', () => {
  test.setTimeout(180_000)
  // Next tells its console of the form from elsewhere that it refuses.
  test.use({ expectedErrors: /Invalid Server Actions request|does not match `origin` header/ })

  test('is green for the example, by keyboard, where nothing is kept', async ({ page }) => {
    await page.goto('/docs/checklist/')
    await expect(page.getByText('Nothing of yours is kept in this browser yet.')).toBeVisible()
    expect(new Set(Object.values(await readRows(page)))).toEqual(new Set(['waiting']))
    await page.getByRole('radio', { name: 'The example user-crud, as it is' }).focus()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Run the checks' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(saying(page)).toContainText('Starting Next.js and FastAPI…')
    await expect(saying(page)).toContainText('Done', { timeout: 150_000 })
    expect(await readRows(page)).toEqual(PASSED)
    await expect(saying(page)).toHaveText(
      'The example user-crud, as it is. Done: 11 pass, 0 do not.',
    )
  })

  test('is red for lesson 18 where the lesson is broken, and says what it saw', async ({
    page,
  }) => {
    await page.goto('/learn/18-ship/')
    await expect(page.getByRole('list', { name: 'Checks', exact: true })).toBeVisible()
    await page.goto('/docs/checklist/')
    await expect(page.getByRole('radio', { name: 'Lesson 18, as you left it' })).toBeChecked()
    await page.getByRole('button', { name: 'Run the checks' }).click()
    await expect(saying(page)).toContainText('Done', { timeout: 150_000 })
    const broken = ['database', 'answers', 'refusals', 'passwords', 'headers']
    expect(await readRows(page)).toEqual({
      ...PASSED,
      ...Object.fromEntries(broken.map((id) => [id, 'failed'])),
    })
    const row = page.getByRole('listitem').filter({ hasText: 'Passwords tried' })
    await expect(row).toContainText('the status of wrong try 10: 429')
    await expect(row).toContainText('POST /api/token, in the wire')
  })

  test('takes over from another tab, and is not red for what an app does not have', async ({
    page,
    context,
  }) => {
    const { bothEnds } = await openPlayground(page)
    await bothEnds((api) => api.write('frontend/lib/kept.ts', 'export const kept = true\n'))
    // Saved half a second after the last edit.
    await page.waitForFunction(() => localStorage.getItem('both-ends.draft') !== null)
    const other = await context.newPage()
    await other.goto('/docs/checklist/')
    await expect(
      other.getByRole('radio', { name: 'The playground: directory, 1 file changed' }),
    ).toBeChecked()
    await other.getByRole('button', { name: 'Run the checks' }).click()
    await other.getByRole('button', { name: 'Take over here' }).click()
    await expect(saying(other)).toContainText('Done', { timeout: 150_000 })
    const skipped = ['tokens', 'passwords', 'headers']
    expect(await readRows(other)).toEqual({
      ...PASSED,
      ...Object.fromEntries(skipped.map((id) => [id, 'skipped'])),
    })
    await other.close()
  })
})
