// The `test` of this folder: that of every e2e file, with the stand-in for the vendor's container in place.
import { test as base } from '../e2e/support/test.ts'
import { serveStandIn, VENDOR_HOST } from './stand-in/serve-stand-in.ts'
import { startStandIn, type StandIn } from './stand-in/server.ts'

export const test = base.extend<{ readonly standIn: StandIn }>({
  standIn: async ({ context, hosts }, give) => {
    const standIn = await startStandIn()
    hosts.add(standIn.host).add(VENDOR_HOST)
    await serveStandIn(context, standIn.origin)
    await give(standIn)
    await standIn.stop()
  },
})

export { expect } from '../e2e/support/test.ts'
