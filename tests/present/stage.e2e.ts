// The stage over a lesson: keys, live typing, R, the notes window, and that nothing of the learner's own is touched.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { keepEvidence } from '../e2e/support/evidence.ts'
import { expect, openCleanPage, test } from '../e2e/support/kept-test.ts'
import { BROKEN_ON_PURPOSE, openStage, readKept, type StageOnPage } from './stage.ts'

const LESSON = '/learn/01-two-servers/'
const BEATS = 4
const DRAFT = 'both-ends.draft.01-two-servers'
const MY_WORK = JSON.stringify({
  format: 1,
  from: { name: 'answer' },
  edits: { 'backend/main.py': '# mine\n' },
})

test.use({ expectedErrors: BROKEN_ON_PURPOSE })

test.describe.serial('a lesson on the stage', () => {
  let page: Page
  let stage: StageOnPage
  let kept: string

  test.beforeAll(async ({ keptContext }) => {
    page = await openCleanPage(keptContext)
    await page.addInitScript(() => {
      const taken: string[] = []
      Object.assign(window, { wakeLocks: taken })
      Object.defineProperty(navigator, 'wakeLock', {
        value: {
          async request(type: string) {
            taken.push(type)
            return { release: async () => {} }
          },
        },
      })
    })
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto('/docs/')
    await page.evaluate(
      ([key, text]) => localStorage.setItem(key ?? '', text ?? ''),
      [DRAFT, MY_WORK],
    )
    kept = await readKept(page)
    stage = await openStage(page, `${LESSON}?present`, BEATS)
  })

  test.afterAll(() => page.close())

  const press = (key: string) => page.keyboard.press(key)
  const code = () => page.getByRole('region', { name: /^backend\/main\.py|^frontend\// }).last()

  test('shows the code at 20 pixels and only the lines of the beat bright, the app at 140 %', async () => {
    await expect(page.getByRole('heading', { name: /FastAPI says 404/ })).toBeVisible()
    await expect(code()).toHaveCSS('font-size', '20px')
    const bright = page.locator('[data-bright]')
    await expect(bright.filter({ hasText: '@router.get("/hello")' })).toHaveCount(1)
    expect(await bright.count()).toBeLessThan(await page.locator('[data-line]').count())
    const [frame, room] = await Promise.all([
      page.locator('iframe[title^="Preview"]').evaluate((element) => element.clientWidth),
      page.getByRole('region', { name: 'Preview' }).evaluate((element) => element.clientWidth),
    ])
    expect(room / frame).toBeCloseTo(1.4, 1)
  })

  test('shows one exchange of the wire with its labels in full, at 18 pixels', async () => {
    const wire = page.getByRole('table', { name: /^Exchange \d/ })
    await expect(wire.getByRole('rowheader', { name: 'Browser → Next' })).toBeVisible()
    await expect(wire.getByRole('rowheader', { name: 'Next → FastAPI' })).toBeVisible()
    await expect(wire.getByRole('cell', { name: '404' })).toBeVisible()
    await expect(wire).toHaveCSS('font-size', '18px')
  })

  test('keeps the screen on', async () => {
    const taken = await page.evaluate(() => Reflect.get(window, 'wakeLocks'))
    expect(taken).toEqual(['screen'])
  })

  for (const scheme of ['light', 'dark'] as const)
    test(`has no accessibility faults, and text of 7:1, in the ${scheme} scheme`, async () => {
      if (scheme === 'dark') await press('d')
      await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${scheme}\\b`))
      const scan = new AxeBuilder({ page }).exclude('iframe')
      const { violations } = await scan.analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      // What is dim is dim on purpose; everything else is for the last row.
      const strong = new AxeBuilder({ page }).exclude('iframe').withRules('color-contrast-enhanced')
      const faults = (await strong.exclude('[data-line]:not([data-bright])').analyze()).violations
      expect(faults.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([])
      await keepEvidence(page, `stage-1440-${scheme}`)
      if (scheme === 'dark') await press('d')
    })

  test('a clicker goes on and back, also after a click in the app; Space and arrows do the same', async () => {
    await press('PageDown')
    await stage.seeBeat(2, BEATS)
    await expect(stage.app.getByText('Hello, world!')).toBeVisible()
    await stage.app.getByText('Hello, world!').click()
    await press('PageUp')
    await stage.seeBeat(1, BEATS)
    await page.getByRole('heading', { level: 1 }).click()
    await press('Space')
    await stage.seeBeat(2, BEATS)
    await press('ArrowRight')
    await stage.seeBeat(3, BEATS)
    await press('ArrowUp')
    await stage.seeBeat(2, BEATS)
    await expect(page).toHaveURL(/\?present&beat=2$/)
  })

  test('G goes to a number, O shows all beats, ? the keys, A an address with its QR code', async () => {
    await press('g')
    await page.getByLabel('Beat number').fill('1')
    await press('Enter')
    await stage.seeBeat(1, BEATS)
    await press('o')
    const overview = page.getByRole('dialog', { name: 'All beats' })
    await expect(overview.getByRole('listitem')).toHaveCount(BEATS)
    await overview.getByRole('button', { name: /^3 · / }).click()
    await stage.seeBeat(3, BEATS)
    await press('?')
    await expect(page.getByRole('dialog', { name: 'Keys on the stage' })).toBeVisible()
    await press('Escape')
    await press('a')
    const audience = page.getByRole('dialog', { name: 'Follow along' })
    await expect(
      audience.getByRole('img', { name: /^QR code of .*01-two-servers\/#env$/ }),
    ).toBeVisible()
    await expect(audience.getByRole('link')).toHaveAttribute(
      'href',
      /\/learn\/01-two-servers\/#env$/,
    )
    await press('Escape')
    await expect(audience).toBeHidden()
    await press('g')
    await page.getByLabel('Beat number').fill('1')
    await press('Enter')
    await stage.seeBeat(1, BEATS)
  })

  test('B blanks and comes back, + and − change the size, W shows the wire alone', async () => {
    await press('b')
    await expect(page.getByRole('img', { name: /^Blank/ })).toBeVisible()
    await press('b')
    await expect(page.getByRole('img', { name: /^Blank/ })).toBeHidden()
    await press('+')
    await expect(code()).toHaveCSS('font-size', '22px')
    for (let times = 0; times < 4; times++) await press('-')
    await expect(code()).toHaveCSS('font-size', '18px')
    await press('+')
    await press('w')
    await expect(code()).toBeHidden()
    await page.getByRole('row').filter({ hasText: 'Next → FastAPI' }).click()
    await expect(page.getByRole('region', { name: 'Next → FastAPI' })).toContainText(
      'Response headers',
    )
    await press('w')
    await expect(code()).toBeVisible()
  })

  test('typing is live until Esc, and letters are letters there', async () => {
    await page.locator('[data-line="25"]').click()
    const editor = page.getByRole('textbox', { name: /^backend\/main\.py/ })
    await expect(editor).toBeFocused()
    await press('Control+End')
    await page.keyboard.type('\napp.include_router(router)  # brought\n')
    await expect(stage.app.getByText('Hello, world!')).toBeVisible({ timeout: 30_000 })
    await press('Escape')
    await expect(editor).toBeHidden()
    await expect(page.getByText('# brought')).toBeVisible()
    await expect(page.getByText('Beat 1 of 4', { exact: true })).toBeVisible()
  })

  test('R puts files, module state, cookies, clocks and address back, and says how long it took', async () => {
    await stage.bothEnds(async (api) => {
      await api.write(
        'backend/main.py',
        `${await api.read('backend/main.py')}\nSEEN = []\n@app.get("/seen")\ndef seen() -> int:\n    SEEN.append(1)\n    return len(SEEN)\n`,
      )
      for (let times = 0; times < 3; times++) await api.request({ host: 'backend', path: '/seen' })
      await api.goto('/nowhere')
    })
    await expect(stage.app.getByText('404').first()).toBeVisible()
    await press('r')
    await stage.seeBeat(1, BEATS)
    await expect(stage.app.getByText('FastAPI answered 404.')).toBeVisible()
    const after = await stage.bothEnds(async (api) => ({
      text: String(await api.read('backend/main.py')),
      seen: (await api.request({ host: 'backend', path: '/seen' })).status,
      address: (await api.page()).address,
      cookies: (await api.cookies()).length,
    }))
    expect(after).toMatchObject({ seen: 404, address: '/', cookies: 0 })
    expect(after.text).not.toContain('# brought')
    await expect(page.locator('[data-bright]').filter({ hasText: '@router.get' })).toHaveCount(1)
  })

  test('notes have a window of their own: now and next, the time, and every button; closing it loses nothing', async () => {
    const opening = page.waitForEvent('popup')
    await press('n')
    const notes = await opening
    await expect(
      notes.getByRole('heading', { name: 'FastAPI says 404', exact: true }),
    ).toBeVisible()
    await expect(notes.locator('[data-notes]')).toContainText('Two servers start in this tab')
    await expect(
      notes.getByRole('heading', { name: /^2 · FastAPI says 404: solved/ }),
    ).toBeVisible()
    // It began when the first beat was left.
    await notes.getByRole('button', { name: 'Put the time back' }).click()
    await expect(notes.getByRole('timer')).toHaveText('00:00:00')
    await notes.getByRole('button', { name: 'Begin the time' }).click()
    await expect(notes.getByRole('timer')).not.toHaveText('00:00:00', { timeout: 10_000 })
    await notes.getByRole('button', { name: /^Next/ }).click()
    await stage.seeBeat(2, BEATS)
    await notes.keyboard.press('PageUp')
    await stage.seeBeat(1, BEATS)
    await notes.getByLabel('Go to').fill('3')
    await notes.keyboard.press('Enter')
    await stage.seeBeat(3, BEATS)
    await expect(notes.getByText(/Opened in \d+ ms\./)).toBeVisible()
    await notes.getByRole('button', { name: 'Reset beat' }).click()
    await expect(notes.getByText(/opening/)).toBeVisible()
    await stage.seeBeat(3, BEATS)
    await notes.getByRole('button', { name: 'Blank' }).click()
    await expect(page.getByRole('img', { name: /^Blank/ })).toBeVisible()
    await notes.getByRole('button', { name: 'Show again' }).click()
    await notes.getByRole('button', { name: 'Step' }).click()
    await expect(page.getByText('Step-through', { exact: true })).toBeVisible()
    await keepEvidence(notes, 'notes-window')
    const { violations } = await new AxeBuilder({ page: notes }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    await notes.close()
    await press('r')
    await stage.seeBeat(3, BEATS)
    const again = page.waitForEvent('popup')
    await press('n')
    const reopened = await again
    await expect(
      reopened.getByRole('heading', { name: /question that nobody asked/ }).first(),
    ).toBeVisible()
    await expect(reopened.getByRole('timer')).not.toHaveText('00:00:00')
    await reopened.close()
  })

  test('what fails is one calm line and R', async () => {
    const kernel = page.workers().find((worker) => worker.url().includes('kernel.worker.js'))
    await kernel?.evaluate(() => self.close())
    await expect(page.locator('[data-trouble]')).toContainText('Press R', { timeout: 60_000 })
    // The editor and Next's router have one each for themselves, for screen readers.
    const alerts = page.locator('[role="alert"]:not(.monaco-alert, #__next-route-announcer__)')
    await expect(alerts).toHaveCount(0)
    await press('r')
    await expect(page.locator('[data-trouble]')).toBeHidden()
    await stage.seeBeat(3, BEATS)
    await expect(stage.app.getByText('FastAPI did not answer. Is it running?')).toBeVisible()
  })

  test('at 1024 pixels code stands over the app, and the wire comes with W', async () => {
    await page.setViewportSize({ width: 1024, height: 768 })
    const [top, bottom] = await Promise.all([
      code().boundingBox(),
      page.getByRole('region', { name: 'Preview' }).boundingBox(),
    ])
    expect((bottom?.y ?? 0) >= (top?.y ?? 0) + (top?.height ?? 0)).toBe(true)
    await expect(page.getByRole('region', { name: 'Wire' }).first()).toBeHidden()
    const bar = await page.getByRole('banner').boundingBox()
    expect((bar?.x ?? 0) + (bar?.width ?? Infinity)).toBeLessThanOrEqual(1024)
    await keepEvidence(page, 'stage-1024')
    await press('w')
    await expect(page.getByRole('region', { name: 'Wire' }).first()).toBeVisible()
    await press('w')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('Esc leaves, and the learner finds everything as it was', async () => {
    expect(await readKept(page)).toBe(kept)
    await press('Escape')
    await expect(page).toHaveURL(new RegExp(`${LESSON}$`))
    await page.waitForFunction(() => window.bothEnds !== undefined)
    expect(await stage.bothEnds(async (api) => api.read('backend/main.py'))).toBe('# mine\n')
  })
})
