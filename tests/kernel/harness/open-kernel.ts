// Opens the harness page in Chromium and gives tests its functions.
import { chromium, type Browser, type Frame, type Page } from 'playwright'
import { chromiumArguments, findBrowser } from '../../../tools/browsers/find-browsers.mjs'
import type { Harness } from './harness-page.ts'
import { serveHarness, type HarnessServer } from './serve-harness.ts'

type Async<Call> = Call extends (...values: infer In) => infer Out
  ? (...values: In) => Promise<Awaited<Out>>
  : never

export interface OpenKernel {
  readonly page: Page
  readonly boot: Async<Harness['boot']>
  readonly write: Async<Harness['write']>
  readonly load: Async<Harness['load']>
  readonly build: Async<Harness['build']>
  readonly errors: Async<Harness['errors']>
  readonly request: Async<Harness['request']>
  /** Server console since the last call. */
  logs(): Promise<string[]>
  /** URLs that the app's server code fetched since the last call. */
  asked(): Promise<string[]>
  cookies(): Promise<Record<string, string>>
  clearCookies(): Promise<void>
  /** Files asked of the static server since the last call. */
  requested(): string[]
  /** Opens a path of the app in the frame. */
  open(path: string): Promise<Frame>
  /** Console errors and uncaught exceptions of the page and its frame. */
  pageErrors(): string[]
  close(): Promise<void>
}

export async function openKernel(): Promise<OpenKernel> {
  const server: HarnessServer = await serveHarness()
  const executablePath = findBrowser('chromium')
  const browser: Browser = await chromium.launch({
    args: chromiumArguments(),
    ...(executablePath === null ? {} : { executablePath }),
  })
  const page = await browser.newPage()
  page.setDefaultTimeout(8000)
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.goto(`${server.origin}/harness.html`)
  await page.waitForFunction(() => 'harness' in globalThis)
  let hasServiceWorker = false
  const open = async (path: string): Promise<Frame> => {
    if (!hasServiceWorker) await page.evaluate(() => harness.startServiceWorker())
    hasServiceWorker = true
    await page.evaluate(async (src) => {
      const element = document.querySelector('iframe')
      const loaded = new Promise((resolve) =>
        element?.addEventListener('load', resolve, { once: true }),
      )
      if (element) element.src = src
      await loaded
    }, path)
    const frame = page.frames().find((one) => one !== page.mainFrame())
    if (!frame) throw new Error(`no frame for ${path}`)
    return frame
  }
  return {
    page,
    boot: (...values) => page.evaluate((given) => harness.boot(...given), values),
    write: (changes) => page.evaluate((given) => harness.write(given), changes),
    load: (files) => page.evaluate((given) => harness.load(given), files),
    build: () => page.evaluate(() => harness.build()),
    errors: () => page.evaluate(() => harness.errors()),
    request: (...values) => page.evaluate((given) => harness.request(...given), values),
    logs: () => page.evaluate(() => harness.logs.splice(0)),
    asked: () => page.evaluate(() => harness.asked.splice(0)),
    cookies: () => page.evaluate(() => Object.fromEntries(harness.jar)),
    clearCookies: () => page.evaluate(() => harness.jar.clear()),
    open,
    requested: server.requested,
    pageErrors: () => errors.splice(0),
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
