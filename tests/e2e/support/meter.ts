// How many bytes have left both origins since the tests began. The servers run in Playwright's own process and the tests in
// others, so they ask over HTTP: `readMeter`.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OnSent } from '../../../tools/serve/static-server.mjs'

const ADDRESS = 'BOTH_ENDS_METER'

export interface Meter {
  readonly onSent: OnSent
  stop(): Promise<void>
}

export async function startMeter(): Promise<Meter> {
  const sent = new Map<string, number>()
  const server = createServer((_request, answer) => {
    answer.setHeader('content-type', 'application/json')
    answer.end(JSON.stringify(Object.fromEntries(sent)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  process.env[ADDRESS] = `http://127.0.0.1:${String(port)}/`
  return {
    onSent(pathname, bytes) {
      sent.set(pathname, (sent.get(pathname) ?? 0) + bytes)
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Bytes by address, compressed as they went. */
export async function readMeter(): Promise<ReadonlyMap<string, number>> {
  const address = process.env[ADDRESS]
  if (address === undefined)
    throw new Error('Another program serves both origins: end it, for only our own counts bytes.')
  const sent = (await (await fetch(address)).json()) as Record<string, number>
  return new Map(Object.entries(sent))
}
