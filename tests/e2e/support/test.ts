// The `test` of every e2e file: a console error, an uncaught error or a request to another host fails the test that
// caused it, unless the test declared it:
//   test.use({ expectedErrors: [/404 \(Not Found\)/] })
import { expect, test as base } from '@playwright/test'
import { portsFrom } from '../../../tools/serve/serve.mjs'
import { attachLastWords } from './last-words.ts'
import { ownHosts, watchForSurprises } from './surprises.ts'

interface Fixtures {
  /** Patterns for lines that this test causes on purpose. Assert on them as well. */
  readonly expectedErrors: readonly RegExp[]
  readonly noSurprises: undefined
  readonly lastWords: undefined
}

export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],
  noSurprises: [
    async ({ context, expectedErrors }, use) => {
      const { sitePort, previewPort } = portsFrom()
      const surprises = watchForSurprises(context, ownHosts(sitePort, previewPort), expectedErrors)
      await use(undefined)
      // A context may outlive its test.
      surprises.stop()
      expect(surprises.found(), 'nothing unexpected in the console or on the network').toEqual([])
    },
    { auto: true },
  ],
  lastWords: [
    async ({ context }, use, result) => {
      await use(undefined)
      if (result.status !== result.expectedStatus) await attachLastWords(context.pages(), result)
    },
    { auto: true },
  ],
})

export { expect }
