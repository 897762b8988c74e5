// The `test` of every e2e file: a console error, an uncaught error or a request to another host fails the test that
// caused it, unless the test declared it:
//   test.use({ expectedErrors: /404 \(Not Found\)/ })
import { expect, test as base } from '@playwright/test'
import { portsFrom } from '../../../tools/serve/serve.mjs'
import { serveElsewhere, type Elsewhere } from './elsewhere.ts'
import { keepNothing } from './keep-nothing.ts'
import { attachLastWords } from './last-words.ts'
import { ownHosts, watchForSurprises } from './surprises.ts'

interface Fixtures {
  /**
   * What the lines match that this test causes on purpose. Assert on them as well. One pattern: of a list with two,
   * Playwright would take the second one for the options of this fixture.
   */
  readonly expectedErrors: RegExp
  readonly hosts: Set<string>
  readonly noSurprises: undefined
  readonly nothingIsKept: undefined
  /** Serves a page of another site, and answers with its address. */
  readonly elsewhere: (html: string) => Promise<string>
  readonly lastWords: undefined
}

export const test = base.extend<Fixtures>({
  expectedErrors: [/(?!)/, { option: true }],
  // Playwright demands a pattern, and hands out nothing that this one needs.
  // oxlint-disable-next-line no-empty-pattern
  hosts: async ({}, give) => {
    const { sitePort, previewPort } = portsFrom()
    await give(ownHosts(sitePort, previewPort))
  },
  noSurprises: [
    async ({ context, expectedErrors, hosts }, use) => {
      const surprises = watchForSurprises(context, hosts, expectedErrors)
      await use(undefined)
      // A context may outlive its test.
      surprises.stop()
      expect(surprises.found(), 'nothing unexpected in the console or on the network').toEqual([])
    },
    { auto: true },
  ],
  nothingIsKept: [
    async ({ context }, give) => {
      await keepNothing(context)
      await give(undefined)
    },
    { auto: true },
  ],
  elsewhere: async ({ hosts }, give) => {
    const served: Elsewhere[] = []
    await give(async (html) => {
      const page = await serveElsewhere(html)
      served.push(page)
      hosts.add(page.host)
      return `http://${page.host}/`
    })
    for (const page of served) page.close()
  },
  lastWords: [
    async ({ context }, use, result) => {
      await use(undefined)
      if (result.status !== result.expectedStatus) await attachLastWords(context.pages(), result)
    },
    { auto: true },
  ],
})

export { expect }
