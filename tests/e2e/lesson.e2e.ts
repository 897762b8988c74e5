// The lesson page as a learner uses it: reading, breaking, mending, going on. Each test begins with an empty browser.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { keepEvidence } from './support/evidence.ts'
import { openLesson } from './support/lesson.ts'
import { SLOW_START } from './support/playground.ts'
import { expect, test } from './support/kept-test.ts'

const SLUG = '02-params'
const PAGE = 'frontend/app/people/[id]/page.tsx'
const BROKEN = 'Number(params.id)'
const MENDED = 'Number((await params).id)'

// Lesson 2 opens broken: what its page says in the console is the symptom.
const SYMPTOM = new RegExp(
  `Some fields are not right|status of (500|422|404)|params|%o|not a React Component|${SLOW_START.source}`,
)

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .exclude('.monaco-editor')
    .exclude('iframe')
    .disableRules(['region'])
    .analyze()
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    ),
  ).toEqual([])
}

test.describe('before anything runs', () => {
  for (const [name, width, height] of [
    ['wide', 1440, 900],
    ['medium', 1024, 768],
    ['narrow', 390, 844],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${name}, ${colorScheme}: nothing overflows and axe finds nothing`, async ({
        browser,
      }) => {
        const context = await browser.newContext({ viewport: { width, height }, colorScheme })
        const page = await context.newPage()
        await openLesson(page, { slug: SLUG, start: false })
        await expectAccessible(page)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        )
        expect(overflow).toBeLessThanOrEqual(0)
        await keepEvidence(page, `lesson-${width}-${colorScheme}`)
        await context.close()
      })
    }
  }

  test('without scripts, every step can be read', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`/learn/${SLUG}/`)
    for (const name of [
      'Wait for the address',
      'Text that anybody can type',
      'The title needs it too',
    ])
      await expect(page.getByRole('heading', { name })).toBeVisible()
    await context.close()
  })

  test('the list of lessons leads to each', async ({ page }) => {
    await page.goto('/learn/')
    await page.getByRole('link', { name: /4 · Server actions/ }).click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'Server actions and forms' }),
    ).toBeVisible()
  })
})

test.describe('doing a lesson', () => {
  test.use({ expectedErrors: SYMPTOM })
  test.setTimeout(120_000)

  test('with the keyboard alone: red, the way to the wire, mended, the next step', async ({
    page,
  }) => {
    const { checks } = await openLesson(page, { slug: SLUG, start: false })
    await page.keyboard.press('Control+Enter')
    await expect(checks.first()).toContainText('does not pass', { timeout: 60_000 })
    await expect(checks.nth(1)).toContainText('/api/people/NaN')
    const status = page.getByRole('status').filter({ hasText: 'checks pass' })
    await expect(status).toHaveText('0 of 2 checks pass')
    await keepEvidence(page, 'lesson-red')
    await expectAccessible(page)
    await page.getByRole('button', { name: /See GET \/people\/3/ }).press('Enter')
    // In a narrow dock the detail covers the list.
    await expect(page.getByText(/Next asked FastAPI for GET \/api\/people\/NaN/)).toBeVisible()

    await page.getByRole('button', { name: 'Solution…' }).press('Enter')
    await expect(page.getByRole('dialog', { name: 'Solution of step 1' })).toContainText(
      'await params',
    )
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Use this file' }).press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('2 of 2 checks pass').first()).toBeVisible({ timeout: 60_000 })
    await page.getByRole('link', { name: /Step 2: Text that anybody/ }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Text that anybody can type' })).toBeFocused()
    await expect(page.getByRole('link', { name: /Step 1 of 3: .*, done/ })).toBeVisible()
  })

  test('on a phone: read, edit, run the checks beside the code', async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    const page = await context.newPage()
    const { bothEnds } = await openLesson(page, { slug: SLUG, start: false })
    const views = page.getByRole('navigation', { name: 'Views' })
    await views.getByRole('button', { name: 'Code' }).tap()
    const code = page.getByRole('textbox', { name: /page\.tsx/ })
    const text = await code.inputValue()
    await code.fill(text.replace(BROKEN, MENDED))
    await page.getByRole('button', { name: 'Start and run checks' }).last().tap()
    await expect(page.getByText('2 of 2 checks pass').last()).toBeVisible({ timeout: 60_000 })
    await views.getByRole('button', { name: 'Read' }).tap()
    await expect(page.getByText('All checks pass.')).toBeVisible()
    expect(await bothEnds((api) => api.read('frontend/app/people/[id]/page.tsx'))).toContain(MENDED)
    await context.close()
  })

  test('what was written and what is done are there after a reload', async ({ page }) => {
    const { bothEnds, run } = await openLesson(page, { slug: SLUG })
    await bothEnds(
      async (api, [path, from, to]) =>
        api.write(path, String(await api.read(path)).replace(from, to)),
      [PAGE, BROKEN, MENDED] as const,
    )
    expect(await run()).toEqual([
      expect.stringMatching(/^passes/),
      expect.stringMatching(/^passes/),
    ])
    await page.reload()
    const again = await openLesson(page, { slug: SLUG, start: false })
    expect(await again.bothEnds((api) => api.read('frontend/app/people/[id]/page.tsx'))).toContain(
      MENDED,
    )
    await expect(page.getByRole('link', { name: /Step 1 of 3: .*, done/ })).toBeVisible()
  })

  test('the next step’s own file is asked about, and the playground’s draft is another', async ({
    page,
  }) => {
    const { bothEnds } = await openLesson(page, { slug: SLUG, step: 'check', start: false })
    await bothEnds((api) => api.write('frontend/app/people/[id]/page.tsx', '// mine\n'))
    await page.getByRole('link', { name: /Step 3 of 3/ }).click()
    await expect(page.getByText('Step 3 brings its own page.tsx.')).toBeVisible()
    expect(await bothEnds((api) => api.read('frontend/app/people/[id]/page.tsx'))).toBe('// mine\n')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page.getByRole('dialog')).toContainText('// mine')
    await page.getByRole('dialog').getByRole('button', { name: 'Use step 3’s' }).click()
    expect(await bothEnds((api) => api.read('frontend/app/people/[id]/page.tsx'))).toContain(
      'generateMetadata',
    )
    await expect(page.getByText('brings its own')).toBeHidden()
    await page.goto('/play/')
    await expect(page.getByText('Saved').first()).toBeVisible()
  })

  test('reset asks, and Undo brings the work back', async ({ page }) => {
    const { bothEnds } = await openLesson(page, { slug: SLUG, start: false })
    await bothEnds((api) => api.write('frontend/app/people/[id]/page.tsx', '// mine\n'))
    await page.getByRole('button', { name: 'Reset…' }).first().click()
    await expect(page.getByRole('alertdialog')).toContainText(
      'Put the files back to the start of step 1?',
    )
    await page.getByRole('button', { name: 'Reset', exact: true }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect
      .poll(() => bothEnds((api) => api.read('frontend/app/people/[id]/page.tsx')))
      .toBe('// mine\n')
  })
})
