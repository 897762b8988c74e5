// The learner's journeys in Chromium, Firefox and WebKitGTK. What each saw must be what is recorded: the table of
// content/docs/browsers.mdx is made of that. `RECORD_BROWSERS=1 npm run test:browsers` records anew.
import { test } from '@playwright/test'
import { BROWSERS, type BrowserName, type Driver } from './driver.ts'
import { directoryJourney } from './journeys/directory.ts'
import { faultsJourney } from './journeys/faults.ts'
import type { Journey } from './journeys/journey.ts'
import { lessonJourney } from './journeys/lesson.ts'
import { ownWorkspaceJourney } from './journeys/own-workspace.ts'
import { PHONE, phoneJourney } from './journeys/phone.ts'
import { openDriver } from './open-driver.ts'
import type { Setting } from './playwright-driver.ts'
import { runJourney } from './run-journey.ts'

const DESK = { width: 1440, height: 900 }

/** A finger and a phone’s heap in Chromium; a finger in Firefox, in a private window. */
const PHONES: Readonly<Record<BrowserName, Setting>> = {
  chromium: { ...PHONE, isTouch: true, arguments: ['--js-flags=--max-old-space-size=512'] },
  firefox: {
    ...PHONE,
    isTouch: true,
    firefoxPreferences: {
      'browser.privatebrowsing.autostart': true,
      'dom.w3c_touch_events.enabled': 1,
      'ui.primaryPointerCapabilities': 1,
      'ui.allPointerCapabilities': 1,
    },
  },
  webkit: PHONE,
}

/** One window for several journeys: each begins where it likes, and saves a start where it can. */
function describeJourneys(
  browser: BrowserName,
  setting: Setting,
  journeys: readonly (Journey | (() => Promise<Journey>))[],
): void {
  let driver: Driver
  test.beforeAll(async () => {
    driver = await openDriver(browser, setting)
  })
  test.afterAll(() => driver.close())
  for (const [index, given] of journeys.entries()) {
    test(`journey ${index + 1}${'title' in given ? `: ${given.title}` : ''}`, async () => {
      await runJourney(driver, 'title' in given ? given : await given())
    })
  }
}

for (const browser of BROWSERS) {
  test.describe(browser, () => {
    test.describe('at a desk', () => {
      describeJourneys(browser, DESK, [
        directoryJourney,
        ownWorkspaceJourney,
        faultsJourney,
        lessonJourney,
      ])
    })
    test.describe('in the hand', () => {
      describeJourneys(browser, PHONES[browser], [phoneJourney])
    })
  })
}
