// The network when its parts are ended without a word: who notices, how soon, and what works afterwards. Chromium.
import type { Frame, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openNetwork, type OpenNetwork } from './open-network.ts'
import type {} from './site-page.ts'

/** Three missed beats of three seconds, a fourth that tells, and a little (wire/pulse.ts). */
const NOTICED = { timeout: 30_000, interval: 500 }

describe('a part of ours that is ended mid-stream', () => {
  let network: OpenNetwork
  let page: Page
  let preview: Frame

  beforeAll(async () => {
    network = await openNetwork('chromium')
    page = network.page
    preview = await network.show('/landed')
  })

  afterAll(() => network?.close())

  /** Begins to read an endless stream; `outcome` resolves when it ends, one way or the other. */
  async function readEndless(): Promise<() => Promise<string>> {
    await preview.evaluate(async () => {
      const { body } = await fetch('/endless')
      const reader = body!.getReader()
      await reader.read()
      const readOn = async (): Promise<string> => {
        const { done } = await reader.read()
        return done ? 'a clean end' : readOn()
      }
      Object.assign(window, { outcome: readOn().catch((error: Error) => error.name) })
    })
    return () => preview.evaluate('window.outcome')
  }

  async function countAborted(): Promise<number> {
    return preview.evaluate(() =>
      fetch('/aborted').then(async (answer) => Number(await answer.text())),
    )
  }

  test('the broker: the page’s stream errors, and the next request is answered by the new broker', async () => {
    const outcome = await readEndless()
    await page.evaluate(() => window.network.startPart('broker'))
    expect(await preview.evaluate(() => fetch('/landed').then(({ status }) => status))).toBe(200)
    expect(await outcome()).not.toBe('a clean end')
  }, 60_000)

  test('the service worker: the page’s stream errors, Next is told, and the next request works', async () => {
    const before = await countAborted()
    const outcome = await readEndless()
    const session = await page.context().newCDPSession(page)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    expect(await outcome()).not.toBe('a clean end')
    expect(await preview.evaluate(() => fetch('/landed').then(({ status }) => status))).toBe(200)
    await expect.poll(countAborted, NOTICED).toBe(before + 1)
    expect((await network.newestHop('/endless'))?.endTime).not.toBeNull()
  }, 60_000)

  test('the host page: a request after it says so', async () => {
    await page.evaluate(() => window.network.removeHost())
    const name = await preview.evaluate(() => fetch('/landed').catch((error: Error) => error.name))
    expect(name).toBe('TypeError')
    expect(network.errors).toEqual([])
  })
})
