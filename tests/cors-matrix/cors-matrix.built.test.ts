// The CORS verdicts of our broker beside those of real Chromium with two real ports.
import { beforeAll, describe, expect, test } from 'vitest'
import { findBrowser, missingBrowserSentence } from '../../tools/browsers/find-browsers.mjs'
import { CASES } from './cases.ts'
import { runInBroker } from './our-broker.ts'
import type { Outcome } from './outcome.ts'
import { runInChromium } from './real-chromium.ts'

describe('a page that asks another port', () => {
  let real: ReadonlyMap<string, Outcome>

  beforeAll(async () => {
    const executablePath = findBrowser('chromium')
    if (executablePath === null) throw new Error(missingBrowserSentence('chromium'))
    real = await runInChromium(executablePath, CASES)
  })

  test.each(CASES)('$name: the same verdict as in Chromium', async (one) => {
    expect(await runInBroker(one)).toEqual(real.get(one.name))
  })
})
