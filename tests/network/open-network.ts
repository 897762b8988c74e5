// Opens the site's page with the playground in a browser, for tests of the network. Node.
import { chromium, firefox, type Browser, type Frame, type Page } from 'playwright'
import { chromiumArguments, findBrowser } from '../../tools/browsers/find-browsers.mjs'
import type { HttpHop } from '../../playground/runtime/wire/hop.ts'
import { serveTwoOrigins, type TwoOrigins } from './preview-server.ts'
import type {} from './site-page.ts'

const LAUNCH = {
  chromium: (executablePath: string) =>
    chromium.launch({ executablePath, args: chromiumArguments() }),
  firefox: (executablePath: string) => firefox.launch({ executablePath, channel: 'moz-firefox' }),
}

export type BrowserName = keyof typeof LAUNCH

/** Firefox is not on every machine; `npm test` says so where it is missing. */
export const INSTALLED = (['chromium', 'firefox'] as const).filter(
  (name) => findBrowser(name) !== null,
)

export interface OpenNetwork {
  readonly origins: TwoOrigins
  readonly browser: Browser
  readonly page: Page
  /** Uncaught errors of any page, as far as the browser tells errors from refused requests. */
  readonly errors: readonly string[]
  /** Shows a path of the app in the preview and gives its frame. */
  show(path: string): Promise<Frame>
  /** The newest HTTP hop to that path. */
  newestHop(path: string): Promise<HttpHop | undefined>
  close(): Promise<void>
}

export async function openNetwork(name: BrowserName): Promise<OpenNetwork> {
  const executablePath = findBrowser(name)
  if (executablePath === null) throw new Error(`${name} is not installed.`)
  const origins = await serveTwoOrigins()
  const browser = await LAUNCH[name](executablePath)
  const page = await browser.newPage()
  const errors: string[] = []
  // Firefox reports every network error of a page script as an error of the page, too.
  if (name === 'chromium') page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(origins.site)
  await page.evaluate(() => window.network.start())
  return {
    origins,
    browser,
    page,
    errors,
    async show(path) {
      await page.evaluate((path) => window.network.show(path), path)
      const element = await page.waitForSelector('iframe[name=preview]')
      const frame = await element.contentFrame()
      if (!frame) throw new Error('There is no preview.')
      return frame
    },
    async newestHop(path) {
      const exchanges = await page.evaluate(() => window.network.trace())
      const hops = exchanges.flatMap(({ hops }) => hops)
      return hops.findLast(
        (hop): hop is HttpHop => hop.type === 'http' && new URL(hop['url.full']).pathname === path,
      )
    },
    async close() {
      await browser.close()
      origins.stop()
    },
  }
}
