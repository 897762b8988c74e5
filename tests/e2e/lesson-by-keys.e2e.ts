// Lesson 4 with the keyboard alone, by typing the answer: no pointer, no solution, no program's help.
import type { Page } from '@playwright/test'
import { openLesson } from './support/lesson.ts'
import { SLOW_START } from './support/playground.ts'
import { expect, test } from './support/kept-test.ts'

// The step opens broken: its action throws. What is half typed does not compile.
const SYMPTOM = new RegExp(
  `already|status of (500|409)|%o|Error:|Expected |Unexpected |actions/people\\.ts|${SLOW_START.source}`,
)
test.use({ expectedErrors: SYMPTOM })
test.setTimeout(150_000)

async function goToLine(page: Page, line: number): Promise<void> {
  await page.keyboard.press('Control+g')
  await expect(page.locator('.quick-input-widget')).toBeVisible()
  await page.keyboard.type(String(line))
  await page.keyboard.press('Enter')
  await expect(page.locator('.quick-input-widget')).toBeHidden()
}

test('a step of lesson 4 is solved by typing alone', async ({ page }) => {
  const { checks } = await openLesson(page, { slug: '04-forms', step: 'refused', start: false })
  await page.keyboard.press('Control+Enter')
  await expect(checks.first()).toContainText('does not pass', { timeout: 90_000 })

  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page.getByRole('textbox', { name: /actions\/people\.ts/ })).toBeFocused()
  // The field that stands there before can be written in, but knows nothing of lines.
  await expect(page.locator('[data-ready="true"]')).toBeVisible()
  await goToLine(page, 8)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('refusedFormState,')
  await goToLine(page, 25)
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.type('if (!outcome.ok) return refusedFormState(values, outcome.problem)')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('3 of 3 checks pass').first()).toBeVisible({ timeout: 90_000 })
})
