// Chromium and Firefox, driven by Playwright. In Chromium a context of Playwright is a private window, unless preferences
// are given: those need a profile on disk.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  chromium,
  firefox,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'
import { memoryOf } from '../../tools/bench/playground-runs.mjs'
import {
  chromiumArguments,
  findBrowser,
  missingBrowserSentence,
} from '../../tools/browsers/find-browsers.mjs'
import { drivePlayground } from '../../tools/drive/drive-playground.mjs'
import { portsFrom } from '../../tools/serve/serve.mjs'
import { ownHosts, watchForSurprises } from '../e2e/support/surprises.ts'
import type { Driver, InDocument } from './driver.ts'

export interface Setting {
  readonly width: number
  readonly height: number
  readonly isTouch?: boolean
  /** Of Chromium's command line. */
  readonly arguments?: readonly string[]
  /** Of Chromium's profile, which is then on disk. */
  readonly preferences?: object
  /** Of Firefox, as about:config names them. */
  readonly firefoxPreferences?: Readonly<Record<string, string | number | boolean>>
}

interface Opened {
  readonly context: BrowserContext
  readonly version: string
  close(): Promise<void>
}

export async function openPlaywrightDriver(
  browser: 'chromium' | 'firefox',
  siteOrigin: string,
  setting: Setting,
): Promise<Driver> {
  const opened = browser === 'chromium' ? await openChromium(setting) : await openFirefox(setting)
  const { context, version } = opened
  const page = context.pages()[0] ?? (await context.newPage())
  const { sitePort, previewPort } = portsFrom()
  const watch = watchForSurprises(context, ownHosts(sitePort, previewPort), /(?!)/)
  let told = 0
  return {
    ...drivePlayground(page),
    browser,
    version,
    reachesPreview: browser === 'chromium',
    open: async (address) => void (await page.goto(new URL(address, siteOrigin).href)),
    inSite: (work, argument) => page.evaluate(asCall(work, argument)),
    inPreview: inFrame(page, 'iframe[title^="Preview"]'),
    inHost: inFrame(page, 'iframe[title="Engine room"]'),
    async press(keys, times = 1) {
      for (let turn = 0; turn < times; turn += 1) await page.keyboard.press(keys)
    },
    type: (text) => page.keyboard.type(text),
    tap: ({ x, y }) =>
      // Firefox takes a touch from a program and makes no click of it.
      setting.isTouch && browser === 'chromium'
        ? page.touchscreen.tap(x, y)
        : page.mouse.click(x, y, { delay: 20 }),
    resize: (width, height) => page.setViewportSize({ width, height }),
    surprises(expected) {
      const lines = watch.found().slice(told)
      told += lines.length
      return lines.filter((line) => line.startsWith('left this machine') || !expected.test(line))
    },
    memory: () => (browser === 'chromium' ? memoryOf(page) : Promise.resolve(null)),
    screenshot: async () => (await page.screenshot()).toString('base64'),
    close: opened.close,
  }
}

function contextOptions({ width, height, isTouch = false }: Setting): BrowserContextOptions {
  // Drawing what moves would take a core from what is tested.
  return { viewport: { width, height }, hasTouch: isTouch, reducedMotion: 'reduce' }
}

async function openChromium(setting: Setting): Promise<Opened> {
  const options = {
    executablePath: pathOf('chromium'),
    args: [...chromiumArguments(), ...(setting.arguments ?? [])],
  }
  const isMobile = setting.isTouch ?? false
  if (setting.preferences) {
    const profile = mkdtempSync(join(tmpdir(), 'both-ends-profile-'))
    mkdirSync(join(profile, 'Default'))
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(setting.preferences))
    const context = await chromium.launchPersistentContext(profile, {
      ...options,
      ...contextOptions(setting),
      isMobile,
    })
    return {
      context,
      version: context.browser()?.version() ?? '',
      async close() {
        await context.close()
        rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
      },
    }
  }
  const browser = await chromium.launch(options)
  const context = await browser.newContext({ ...contextOptions(setting), isMobile })
  return { context, version: browser.version(), close: () => browser.close() }
}

async function openFirefox(setting: Setting): Promise<Opened> {
  const browser = await firefox.launch({
    executablePath: pathOf('firefox'),
    channel: 'moz-firefox',
    firefoxUserPrefs: { ...setting.firefoxPreferences },
  })
  const { reducedMotion: _notThere, ...options } = contextOptions(setting)
  const context = await browser.newContext(options)
  return { context, version: browser.version(), close: () => browser.close() }
}

function pathOf(name: 'chromium' | 'firefox'): string {
  const path = findBrowser(name)
  if (path === null) throw new Error(missingBrowserSentence(name))
  return path
}

function inFrame(page: Page, selector: string): InDocument {
  return async (work, argument) => {
    const element = await page.locator(selector).elementHandle()
    const frame = await element?.contentFrame()
    if (!frame) throw new Error(`${selector} has no document.`)
    return frame.evaluate(asCall(work, argument))
  }
}

/** As text, so that a function may name its parameters as it likes. */
function asCall<Argument>(work: (argument: Argument) => unknown, argument: Argument): string {
  return `(${String(work)})(${JSON.stringify(argument ?? null)})`
}
