// A reader with a browser of their own, on disk, and the two servers, which can be stopped and started as other builds:
// what a test about the network needs to hold in its hands.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { portsFrom, startServers, type Servers } from '../../tools/serve/serve.mjs'

export { expect } from '@playwright/test'

export interface Network {
  /** Nothing listens on either port any more. */
  cut(): Promise<void>
  /** Both origins answer again: the build, or other folders. */
  join(folders?: { readonly siteRoot: string; readonly previewRoot: string }): Promise<void>
}

interface ReaderFixtures {
  readonly context: BrowserContext
  readonly network: Network
}

/** One reader for all tests of a file: they are one story, in order. */
export const test = base.extend<object, { readonly reader: ReaderFixtures }>({
  reader: [
    async ({ playwright, launchOptions }, give) => {
      const profile = mkdtempSync(join(tmpdir(), 'both-ends-reader-'))
      const network = createNetwork()
      await network.join()
      const context = await playwright.chromium.launchPersistentContext(profile, {
        ...launchOptions,
        baseURL: `http://localhost:${portsFrom().sitePort}`,
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
      })
      await give({ context, network })
      await context.close()
      await network.cut()
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
    { scope: 'worker' },
  ],
  context: async ({ reader }, give) => {
    await give(reader.context)
  },
  page: async ({ reader }, give) => {
    const page = await reader.context.newPage()
    await give(page)
    await page.close()
  },
})

function createNetwork(): Network {
  let servers: Servers | null = null
  const cut = async () => {
    await servers?.stop()
    servers = null
  }
  return {
    cut,
    async join(folders = undefined) {
      await cut()
      servers = await startServers(folders)
    },
  }
}

/** Names of the caches that hold a version of the site, in a page of it. */
export async function keptVersions(page: Page): Promise<readonly string[]> {
  const names = await page.evaluate(() => caches.keys())
  return names.filter((name) => name.startsWith('both-ends-kept-'))
}

/** What the site's service workers are, as the browser says it: no page of the site is needed. */
export async function watchSiteWorkers(page: Page): Promise<() => readonly string[]> {
  const protocol = await page.context().newCDPSession(page)
  const workers = new Map<string, string>()
  protocol.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, scriptURL, status } of versions)
      if (new URL(scriptURL).port === String(portsFrom().sitePort)) workers.set(versionId, status)
  })
  await protocol.send('ServiceWorker.enable')
  return () => [...workers.values()].filter((status) => status !== 'redundant').toSorted()
}
