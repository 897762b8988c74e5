// Around the stage: the list for a phone, the pages that lead there, and a frame in somebody's deck.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { portsFrom } from '../../tools/serve/serve.mjs'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { expect, test } from '../e2e/support/test.ts'
import { BROKEN_ON_PURPOSE } from './stage.ts'

const TALK = '/present/both-ends-live/'

test('a talk can be read: every beat with its notes, and it is found from the front', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: 'Present' }).first().click()
  await page.getByRole('link', { name: 'Both ends, live' }).click()
  await expect(page.getByRole('heading', { name: 'Both ends, live' })).toBeVisible()
  await expect(page.getByText('A talk of 40 minutes')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(17)
  await expect(page.getByRole('link', { name: 'Get ready' })).toHaveAttribute(
    'href',
    '?present&ready',
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
})

test('a lesson is presented from its menu, by P', async ({ page }) => {
  await page.goto('/learn/01-two-servers/')
  await page.getByRole('button', { name: /^1 · Two servers/ }).click()
  await expect(page.getByRole('menuitem', { name: /^Present this lesson/ })).toBeVisible()
  await page.keyboard.press('p')
  await expect(
    page.getByRole('heading', { name: 'Get ready: Two servers, one page' }),
  ).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the stage is a list of beats with notes and a timer, and no engine starts', async ({
    page,
  }) => {
    await page.goto(`${TALK}?present`)
    await expect(
      page.getByRole('heading', { name: '1 · A page, and what it asked for' }),
    ).toBeVisible()
    await expect(page.getByText('Two requests, two statuses.')).toBeVisible()
    await expect(page.getByText('of 40 min')).toBeVisible()
    await page.getByRole('button', { name: 'Begin the time' }).click()
    await expect(page.getByRole('timer')).not.toHaveText('00:00:00')
    await expect(page.locator('iframe')).toHaveCount(0)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })
})

test.describe('in a deck on another origin', () => {
  test.use({ expectedErrors: BROKEN_ON_PURPOSE })

  test('the frame of the example deck opens its beat, and is driven by keys', async ({
    page,
    elsewhere,
  }) => {
    const deck = readFileSync(join(ROOT, 'tests/present/deck/slides.md'), 'utf8')
    const frame = /<iframe[\s\S]*?<\/iframe>/.exec(deck)?.[0] ?? ''
    expect(frame).toContain('?present&embed&beat=3')
    const here = frame.replace('localhost:3000', `localhost:${portsFrom().sitePort}`)
    await page.goto(
      await elsewhere(`<style>iframe{width:980px;height:600px}</style><h1>My deck</h1>${here}`),
    )
    const stage = page.frameLocator('iframe[title="Both ends, live"]')
    await expect(stage.getByText('Beat 3 of 17', { exact: true })).toBeVisible({ timeout: 30_000 })
    await expect(stage.locator('[data-app="ready"]')).toBeVisible({ timeout: 90_000 })
    const app = stage.frameLocator('iframe[title^="Preview"]')
    await expect(app.getByText('FastAPI did not answer. Is it running?')).toBeVisible()
    await stage.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('PageDown')
    await expect(stage.getByText('Beat 4 of 17', { exact: true })).toBeVisible()
    await expect(app.getByText('Hello, world!')).toBeVisible({ timeout: 30_000 })
    await expect(stage.getByRole('link', { name: 'Open in Both Ends' })).toBeVisible()
    await expect(stage.getByRole('button', { name: 'Notes' })).toHaveCount(0)
  })
})
