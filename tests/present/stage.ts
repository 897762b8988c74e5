// The stage as a test holds it: the page, the app in its preview, which beat, and whether the app is at its start.
import { expect, type FrameLocator, type Page } from '@playwright/test'
import { callBothEnds, type InPage } from '../e2e/support/playground.ts'

export interface StageOnPage {
  readonly page: Page
  readonly app: FrameLocator
  readonly bothEnds: InPage
  /** Presses a key, as a presenter does. */
  press(key: string): Promise<void>
  /** Waits until the beat with this number is shown and its app is at its start. */
  seeBeat(number: number, of: number): Promise<void>
}

/**
 * The beats are broken on purpose, so the console of the app says so: what comes from the preview's origin, and what
 * Chromium says of an answer there. An error of the site's own is none of these.
 */
export const BROKEN_ON_PURPOSE =
  /\(http:\/\/127\.0\.0\.1:\d+\/[^)]*\)$|status of (401|403|404|422|500|503)|blocked by CORS policy|ERR_FAILED/

export function holdStage(page: Page): StageOnPage {
  return {
    page,
    app: page.frameLocator('iframe[title^="Preview"]'),
    bothEnds: callBothEnds(page),
    press: (key) => page.keyboard.press(key),
    async seeBeat(number, of) {
      await expect(page.getByText(`Beat ${number} of ${of}`, { exact: true })).toBeVisible()
      await expect(page.locator('[data-app="ready"]')).toBeVisible({ timeout: 60_000 })
    },
  }
}

/** Opens the stage of a lesson or a talk, by its path, and waits for its first beat. */
export async function openStage(page: Page, path: string, of: number): Promise<StageOnPage> {
  await page.goto(path)
  const stage = holdStage(page)
  const beat = Number(new URL(page.url()).searchParams.get('beat') ?? 1)
  await stage.seeBeat(beat, of)
  return stage
}

/** Everything that is kept on the site's origin for a learner, as text; not what ../e2e/support/keep-nothing.ts sets. */
export function readKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name).toSorted()
    const kept = Object.entries(localStorage)
      .filter(([key]) => key !== 'both-ends-keep-nothing')
      .toSorted(([one], [other]) => one.localeCompare(other))
    return JSON.stringify({ kept, names })
  })
}
