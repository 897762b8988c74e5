// The two places where a solution runs, kept from one lesson to the next of the same example: one `next dev`, one page
// of the playground. Lessons are taken by example, so that each pair starts once.
import type { Browser } from '@playwright/test'
import { chromiumArguments } from '../../../tools/browsers/find-browsers.mjs'
import { openCleanPage, test as base } from '../../e2e/support/kept-test.ts'
import type { SolvedLesson } from './lesson-files.ts'
import { openPlaygroundWorkspace, type PlaygroundWorkspace } from './playground-workspace.ts'
import { mapHosts } from './real/page.ts'
import { openRealWorkspace, type RealWorkspace } from './real/workspace.ts'

export { expect } from '../../e2e/support/kept-test.ts'

export interface BothWorkspaces {
  readonly base: string
  readonly real: RealWorkspace
  readonly here: PlaygroundWorkspace
  /** Finds the real servers at the addresses of a developer's machine. */
  readonly browser: Browser
}

interface BothFixtures {
  readonly openBoth: (lesson: SolvedLesson) => Promise<BothWorkspaces>
}

export const test = base.extend<object, BothFixtures>({
  openBoth: [
    async ({ keptContext, playwright, launchOptions }, give) => {
      const open: { both: (BothWorkspaces & { stop(): Promise<void> }) | null } = { both: null }
      await give(async ({ base: example }) => {
        if (open.both?.base === example) return open.both
        await open.both?.stop()
        open.both = null
        const real = await openRealWorkspace(example)
        const browser = await playwright.chromium.launch({
          ...launchOptions,
          args: [...chromiumArguments(), `--host-resolver-rules=${mapHosts(real.ports)}`],
        })
        const page = await openCleanPage(keptContext)
        const here = await openPlaygroundWorkspace(page, example)
        const stop = async () => {
          await Promise.all([page.close(), browser.close()])
          await real.stop()
        }
        open.both = { base: example, real, here, browser, stop }
        return open.both
      })
      await open.both?.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})
