// `test` in one browser for many tests, as a person's who comes back: a profile on disk keeps the compiled WebAssembly
// and the picture of a started Python, whose making alone costs more than most tests. What a test could leave to the
// next one is taken away first: drafts, versions, settings, cookies. Chromium only.
//
// For a first visit, another size of screen, or the preview's own storage: ./test.ts, whose browser is new each time.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { portsFrom } from '../../../tools/serve/serve.mjs'
import { test as base } from './test.ts'

export { expect } from './test.ts'

interface KeptFixtures {
  readonly keptContext: BrowserContext
}

export const test = base.extend<object, KeptFixtures>({
  keptContext: [
    async ({ playwright, launchOptions }, give) => {
      const profile = mkdtempSync(join(tmpdir(), 'both-ends-profile-'))
      const context = await playwright.chromium.launchPersistentContext(profile, {
        ...launchOptions,
        baseURL: siteOrigin(),
        // Drawing what moves would take a core from what is tested; site.e2e.ts sees it move.
        reducedMotion: 'reduce',
      })
      await give(context)
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
    { scope: 'worker' },
  ],
  context: async ({ keptContext }, give) => {
    await give(keptContext)
  },
  page: async ({ keptContext }, give) => {
    const page = await openCleanPage(keptContext)
    await give(page)
    await page.close()
  },
})

export async function openCleanPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await context.clearCookies()
  const protocol = await context.newCDPSession(page)
  // Not Cache Storage and not the service worker: those are what is kept.
  await protocol.send('Storage.clearDataForOrigin', {
    origin: siteOrigin(),
    storageTypes: 'cookies,indexeddb,local_storage',
  })
  await protocol.detach()
  return page
}

function siteOrigin(): string {
  return `http://localhost:${portsFrom().sitePort}`
}
