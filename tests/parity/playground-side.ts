// The playground side: /play in a browser, driven by window.bothEnds.
import type { Page } from '@playwright/test'
import { keepNothing } from '../e2e/support/keep-nothing.ts'
import type { BothEnds } from '../../playground/automation/both-ends.ts'
import { drivePlayground } from '../../tools/drive/drive-playground.mjs'
import type { ExampleName, Flavour, Side } from './exchange.ts'

export async function startPlaygroundSide(
  page: Page,
  example: ExampleName,
  flavour: Flavour,
): Promise<Side> {
  await keepNothing(page)
  await page.goto(`/play/?from=${example}`)
  await page.waitForFunction(() => window.bothEnds !== undefined)
  const { call } = drivePlayground(page)
  await call('ready')
  if (flavour === 'production') await call('setFlavour', 'production')
  return {
    name: 'the playground',
    async ask({ host, method = 'GET', path, headers = [], body }) {
      const all = [['accept-encoding', 'identity'], ...headers] as const
      const options = { host, method, path, headers: all, ...(body === undefined ? {} : { body }) }
      return page.evaluate(requestInPage, options)
    },
    async cookies() {
      const cookies = await call('cookies')
      return cookies.map(({ name, value, path, httpOnly, secure, sameSite }) => {
        return { name, value, path, httpOnly, secure, sameSite }
      })
    },
    stop: () => Promise.resolve(),
  }
}

/** Runs in the page. Without the bytes: they would cross to Node as an object of numbers. */
export async function requestInPage(options: Parameters<BothEnds['request']>[0]) {
  const target = window.bothEnds
  if (!target) throw new Error('window.bothEnds is not there: this page is not /play.')
  const { status, headers, body } = await target.request(options)
  return { status, headers, body }
}
