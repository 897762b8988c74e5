// The talk kit, as a presenter goes through it: got ready, proved without a network, put on the stage, walked through.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { readTalk } from '../../tools/talks/read-talk.mjs'
import { expect, openCleanPage, test } from '../e2e/support/kept-test.ts'
import { BROKEN_ON_PURPOSE, holdStage, type StageOnPage } from './stage.ts'

const SLUG = 'both-ends-live'
const { beats, title } = readTalk(
  SLUG,
  readFileSync(join(ROOT, `content/present/${SLUG}.mdx`), 'utf8'),
)
const COOKIE_BEAT = beats.findIndex(({ dock }) => dock === 'jar')
const STEPPED_BEAT = beats.findIndex(({ isStepped }) => isStepped)

test.use({
  expectedErrors: new RegExp(`${BROKEN_ON_PURPOSE.source}|ERR_INTERNET_DISCONNECTED`, 'i'),
})

// One tab for all of it: that is what a presenter has.
test.describe.serial('the talk of forty minutes', () => {
  let page: Page
  let stage: StageOnPage

  test.beforeAll(async ({ keptContext }) => {
    page = await openCleanPage(keptContext)
    stage = holdStage(page)
  })

  test.afterAll(async ({ keptContext }) => {
    await keptContext.setOffline(false)
    await page.close()
  })

  test('gets ready: every beat is opened once and works', async () => {
    await page.goto(`/present/${SLUG}/?present&ready`)
    await expect(page.getByRole('heading', { name: `Get ready: ${title}` })).toBeVisible()
    const verdict = page.locator('[data-verdict]')
    await expect(verdict).toHaveText(/ beats work\.$/, { timeout: 200_000 })
    await expect(page.locator('[data-state="broken"]')).toHaveText([])
    await expect(verdict).toHaveText(`All ${beats.length} beats work.`)
    await expect(page.locator('[data-state="works"]')).toHaveCount(beats.length)
  })

  test('keeps what it needs, and says how much', async () => {
    await expect(page.locator('[data-kept="true"]')).toHaveText(
      /^[\d.]+ MB kept\. You can switch Wi-Fi off\.$/,
      { timeout: 120_000 },
    )
  })

  test('proves it: in a rehearsal the site answers from what is kept alone', async () => {
    await page.getByRole('button', { name: 'Rehearse without a network' }).click()
    await expect(page.getByText('The network is blocked for this site.')).toBeVisible()
    const asked = () =>
      page.evaluate(async (slug) => {
        const ask = (path: string) =>
          fetch(path, { cache: 'no-store' }).then(
            ({ ok }) => ok,
            () => false,
          )
        return [await ask(`/talks/${slug}.json`), await ask('/nothing-of-ours.json')]
      }, SLUG)
    expect(await asked()).toEqual([true, false])
    await page.getByRole('button', { name: 'End the rehearsal' }).click()
    await expect(page.getByRole('button', { name: 'Rehearse without a network' })).toBeVisible()
  })

  test('plays every beat with the network cut', async ({ keptContext }) => {
    await keptContext.setOffline(true)
    await page.getByRole('button', { name: 'Go on stage' }).click()
    for (const [index, beat] of beats.entries()) {
      if (index > 0) await stage.press('PageDown')
      await stage.seeBeat(index + 1, beats.length)
      if (beat.isStepped) await letAllGo(stage)
      await expect
        .poll(() => stage.bothEnds(async (api) => (await api.page()).text), {
          message: `beat ${index + 1}, ${beat.title}`,
          timeout: 15_000,
        })
        .toContain(beat.shows)
    }
    await keptContext.setOffline(false)
  })

  test('begins a beat with an empty jar and ends with dots for what is secret in it', async () => {
    await page.keyboard.press('g')
    await page.getByLabel('Beat number').fill(String(COOKIE_BEAT + 1))
    await page.keyboard.press('Enter')
    await stage.seeBeat(COOKIE_BEAT + 1, beats.length)
    const jar = page.getByRole('region', { name: 'Jar' })
    await expect(jar.getByText('••••••••').first()).toBeVisible()
    await expect(jar.getByRole('button', { name: /^Show/ })).toHaveCount(0)
    const value = await stage.bothEnds(async (api) => (await api.cookies())[0]?.value ?? '')
    expect(value.split('.')).toHaveLength(3)
    await expect(page.locator('body')).not.toContainText(value)
  })

  test('holds the requests of a beat that is stepped through, and S lets them go', async () => {
    await page.goto(`/present/${SLUG}/?present&beat=${STEPPED_BEAT + 1}`)
    await stage.seeBeat(STEPPED_BEAT + 1, beats.length)
    await expect(page.getByText(/Browser is about to ask Next/)).toBeVisible({ timeout: 20_000 })
    await stage.press('s')
    await expect(page.getByText(/Next is about to ask FastAPI/)).toBeVisible({ timeout: 20_000 })
    await letAllGo(stage)
    await expect(stage.app.getByText('Hello, world!')).toBeVisible({ timeout: 20_000 })
  })
})

async function letAllGo({ page, press }: StageOnPage): Promise<void> {
  // S lets the next one go; when none waits any more, it ends.
  await expect(async () => {
    if (await page.getByText('Step-through', { exact: true }).isVisible()) await press('s')
    await expect(page.getByText('Step-through', { exact: true })).toBeHidden({ timeout: 700 })
  }).toPass({ timeout: 30_000 })
}
