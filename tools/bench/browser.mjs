// A Chromium with a profile on disk: the first launch has an empty cache, the next ones are return visits.
// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import {
  chromiumArguments,
  findBrowser,
  missingBrowserSentence,
} from '../browsers/find-browsers.mjs'

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Frame} Frame */

/** What a wait may take before the bench gives up: it measures, it does not judge slow machines. */
export const WAIT_MS = 60_000

/** @returns {{ folder: string, remove: () => void }} */
export function createProfile() {
  const folder = mkdtempSync(join(tmpdir(), 'both-ends-bench-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) }
}

/**
 * @template Result
 * @param {string} folder the profile's
 * @param {(page: Page) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withPage(folder, work) {
  const executablePath = findBrowser('chromium')
  if (executablePath === null) throw new Error(missingBrowserSentence('chromium'))
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: chromiumArguments(),
    viewport: { width: 1440, height: 900 },
  })
  try {
    return await work(await context.newPage())
  } finally {
    await context.close()
  }
}

/**
 * Waits, in the document itself, until its text holds something.
 * @param {Page | Frame} where
 * @param {string} text
 */
export async function waitForText(where, text) {
  await where.waitForFunction((wanted) => document.body?.innerText.includes(wanted), text, {
    polling: 'raf',
    timeout: WAIT_MS,
  })
}

/**
 * Milliseconds from before `act` until the document shows the text.
 * @param {Page | Frame} where
 * @param {string} text
 * @param {() => Promise<unknown>} act
 */
export async function timeUntilText(where, text, act) {
  const seen = waitForText(where, text)
  const start = performance.now()
  const [, end] = await Promise.all([act(), seen.then(() => performance.now())])
  return end - start
}
