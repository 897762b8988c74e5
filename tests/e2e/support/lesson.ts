// A lesson as a test holds it: the page, its checks by name and state, and window.bothEnds of its session.
import { expect, type Locator, type Page } from '@playwright/test'
import { callBothEnds, type InPage } from './playground.ts'

export interface LessonOnPage {
  readonly page: Page
  readonly bothEnds: InPage
  readonly checks: Locator
  /** Runs the checks of the step by their button; the answer is what each says, in order. */
  run(): Promise<readonly string[]>
}

/** Opens `/learn/<slug>/#<step>` with an empty browser, and starts the engine when asked to. */
export async function openLesson(
  page: Page,
  {
    slug,
    step,
    start = true,
  }: { readonly slug: string; readonly step?: string; readonly start?: boolean },
): Promise<LessonOnPage> {
  await page.goto(`/learn/${slug}/${step === undefined ? '' : `#${step}`}`)
  await page.waitForFunction(() => window.bothEnds !== undefined)
  const bothEnds = callBothEnds(page)
  const checks = page.getByRole('list', { name: 'Checks', exact: true }).getByRole('listitem')
  await expect(checks.first()).toBeVisible()
  if (start) await bothEnds((api) => api.ready())
  return {
    page,
    bothEnds,
    checks,
    async run() {
      await page.getByRole('button', { name: 'Run checks' }).click()
      await waitForButton(page, 'Running checks…', 10_000)
      await waitForButton(page, 'Run checks', 120_000)
      return checks.allInnerTexts()
    },
  }
}

/** By its text alone: asked by role, a page with an editor in it is walked through again for every look. */
async function waitForButton(page: Page, text: string, timeout: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      Array.from(document.querySelectorAll('button')).some(
        (button) => button.textContent.trim() === wanted && button.checkVisibility(),
      ),
    text,
    { timeout, polling: 50 },
  )
}
