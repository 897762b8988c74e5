import { portsFrom } from '../../tools/serve/serve.mjs'
import type { BrowserName, Driver } from './driver.ts'
import { openPlaywrightDriver, type Setting } from './playwright-driver.ts'
import { openWebkitDriver } from './webkit-driver.ts'

export function openDriver(browser: BrowserName, setting: Setting): Promise<Driver> {
  const siteOrigin = `http://localhost:${portsFrom().sitePort}`
  return browser === 'webkit'
    ? openWebkitDriver({ siteOrigin, ...setting })
    : openPlaywrightDriver(browser, siteOrigin, setting)
}
