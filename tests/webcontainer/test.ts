// The `test` of this folder: one browser for all, with the stand-in for the vendor's container in place of its host.
import { test as base } from '../e2e/support/kept-test.ts'
import { serveStandIn, VENDOR_HOST } from './stand-in/serve-stand-in.ts'
import { startStandIn, type StandIn } from './stand-in/server.ts'

interface Fixtures {
  readonly standIn: StandIn
  readonly noRoutesLeft: undefined
}

export const test = base.extend<Fixtures>({
  standIn: async ({ context, hosts, page }, give, result) => {
    const standIn = await startStandIn()
    hosts.add(standIn.host).add(VENDOR_HOST)
    await serveStandIn(context, standIn.origin)
    await give(standIn)
    // Next's client talks to the container until its page is gone. One that failed is still to be photographed.
    if (result.status === result.expectedStatus) await page.goto('about:blank')
    await standIn.stop()
  },
  noRoutesLeft: [
    async ({ context }, use) => {
      await use(undefined)
      // The next test has the same context.
      await context.unrouteAll({ behavior: 'ignoreErrors' })
    },
    { auto: true },
  ],
})

export { expect } from '../e2e/support/kept-test.ts'
