// One browser with a setting that a school or a phone may have: the playground works, or says what is missing. Last of
// all, what this run saw is compared with what is recorded.
import assert from 'node:assert/strict'
import { expect, test } from '@playwright/test'
import { keepPicture } from '../e2e/support/evidence.ts'
import { onePage } from '../e2e/support/playground.ts'
import { button, PATIENCE, sees, tapOn, until } from './acts.ts'
import type { BrowserName, Driver } from './driver.ts'
import { PHONE } from './journeys/phone.ts'
import { openDriver } from './open-driver.ts'
import type { Setting } from './playwright-driver.ts'
import { forget, readSeen, remember } from './run-journey.ts'
import { claims, readRecorded, toRecorded, writeRecorded } from './support-table.ts'

const DESK = { width: 1440, height: 900 }
const WORKS = 'works'
const NO_SERVICE_WORKERS = 'This window does not allow service workers.'
const NO_MEMORY = 'The browser ended the engine, most often because memory ran out.'

interface Case {
  readonly browser: BrowserName
  readonly says: string
  readonly setting: Setting
  /** Answers with what the reader is told, or that it works. */
  run(driver: Driver): Promise<string>
}

async function pressRun(driver: Driver): Promise<void> {
  await driver.open('/play/?from=hello')
  await until('the playground is there', () =>
    driver.inSite((_: null) => window.bothEnds !== undefined, null),
  )
  await tapOn(driver, button('^Run$'))
}

async function startsAndEdits(driver: Driver): Promise<string> {
  await pressRun(driver)
  await driver.shows('Hello, world!', PATIENCE)
  const text = String(await driver.call('read', 'backend/main.py'))
  await driver.call('write', 'backend/main.py', text.replace('Hello, {name}', 'Good day, {name}'))
  await driver.shows('Good day, world!', PATIENCE)
  return WORKS
}

async function isRefused(driver: Driver): Promise<string> {
  await pressRun(driver)
  await sees(driver, new RegExp(NO_SERVICE_WORKERS))
  await sees(driver, /Allow cookies and site data for this page in the browser, then try again\./)
  keepPicture(`no-service-worker-${driver.browser}`, await driver.screenshot())
  return `“${NO_SERVICE_WORKERS}” and what to allow`
}

async function measureSmallHeap(driver: Driver): Promise<string> {
  await driver.open('/play/?from=directory')
  await until('the playground is there', () =>
    driver.inSite((_: null) => window.bothEnds !== undefined, null),
  )
  await driver.call('ready')
  await driver.shows(/people in all/, PATIENCE)
  const started = await driver.memory()
  const path = 'frontend/app/(list)/page.tsx'
  const text = String(await driver.call('read', path))
  for (const word of ['One', 'Two', 'Three', 'Four', 'Five']) {
    await driver.call('write', path, text.replace('>People<', `>${word}<`))
    await driver.shows(word, PATIENCE)
  }
  const edited = await driver.memory()
  assert.ok(started !== null && edited !== null && edited < MEMORY_LIMIT, `${edited} MB`)
  remember('memory', {
    type: 'memory',
    memory: [
      { says: 'started', megabytes: Math.round(started) },
      { says: 'after five edits', megabytes: Math.round(edited) },
    ],
  })
  return WORKS
}

/** Megabytes of every process: the browser’s own, the site’s, the preview’s. */
const MEMORY_LIMIT = 1_200

async function exhaust(driver: Driver): Promise<string> {
  await startsAndEdits(driver)
  const files = onePage('export default function Page() {\n  return <h1>Small</h1>\n}\n', {
    'frontend/app/large/page.tsx':
      'export default function Page() {\n  const all: number[][] = []\n' +
      '  for (;;) all.push(Array.from({ length: 1_000_000 }, (_, index) => index + 0.5))\n}\n',
  })
  await driver.call('load', { files })
  await driver.shows('Small', PATIENCE)
  // Its answer never comes: the process that would give it ends.
  await driver.inSite((_: null) => {
    void window.bothEnds?.goto('/large').catch(() => undefined)
  }, null)
  await sees(driver, new RegExp(NO_MEMORY))
  keepPicture('no-memory', await driver.screenshot())
  return `“${NO_MEMORY}”`
}

const CASES: readonly Case[] = [
  {
    browser: 'chromium',
    says: 'Cookies of third parties blocked',
    setting: {
      ...DESK,
      preferences: { profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } },
    },
    run: startsAndEdits,
  },
  {
    browser: 'chromium',
    says: 'All site data blocked',
    setting: {
      ...DESK,
      preferences: { profile: { default_content_setting_values: { cookies: 2 } } },
    },
    run: isRefused,
  },
  {
    browser: 'chromium',
    says: 'A JavaScript heap of 256 MB, on a screen of 390 px: the directory, edited',
    setting: { ...PHONE, isTouch: true, arguments: ['--js-flags=--max-old-space-size=256'] },
    run: measureSmallHeap,
  },
  {
    browser: 'chromium',
    says: 'A page that fills a JavaScript heap of 256 MB',
    setting: { ...DESK, arguments: ['--js-flags=--max-old-space-size=256'] },
    run: exhaust,
  },
  {
    browser: 'firefox',
    says: 'All cookies of third parties blocked',
    setting: { ...DESK, firefoxPreferences: { 'network.cookie.cookieBehavior': 1 } },
    run: isRefused,
  },
]

for (const [place, { browser, says, setting, run }] of CASES.entries()) {
  test(`${browser}: ${says}`, async () => {
    const name = `setting ${browser} ${says}`
    forget(name)
    const driver = await openDriver(browser, setting)
    try {
      const outcome = await run(driver)
      remember(name, { type: 'setting', place, setting: { browser, says, outcome } })
    } finally {
      await driver.close()
    }
  })
}

test('what was seen is what the table of the docs says', () => {
  const seen = toRecorded(readSeen(), new Date().toISOString().slice(0, 10))
  if (process.env['RECORD_BROWSERS'] === '1') writeRecorded(seen)
  expect(claims(seen)).toEqual(claims(readRecorded()))
})
