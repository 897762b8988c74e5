// One browser for all lessons, as a person's who comes back: its caches stay, and with them the picture of a started
// Python, whose making alone costs more than a step. Nothing of a lesson stays: each step opens its page anew, so both
// ends, the jar and the files begin from nothing.
import type { BrowserContext } from '@playwright/test'
import { portsFrom } from '../../tools/serve/serve.mjs'
import { test as base } from '../e2e/support/test.ts'

export { expect } from '../e2e/support/test.ts'

interface KeptFixtures {
  readonly keptContext: BrowserContext
}

export const test = base.extend<object, KeptFixtures>({
  keptContext: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        baseURL: `http://localhost:${portsFrom().sitePort}`,
      })
      // Drafts and progress. The page before saves them when it goes, so they are cleared when the next one comes.
      await context.addInitScript(() => {
        if (window === window.top) window.localStorage.clear()
      })
      await use(context)
      await context.close()
    },
    { scope: 'worker' },
  ],
  context: async ({ keptContext }, give) => {
    await give(keptContext)
  },
  page: async ({ keptContext }, give) => {
    const page = await keptContext.newPage()
    await give(page)
    await page.close()
  },
})
