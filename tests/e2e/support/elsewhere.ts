// A page of another site, on this machine: what somebody who embeds the playground has.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Elsewhere {
  readonly host: string
  close(): void
}

export async function serveElsewhere(html: string): Promise<Elsewhere> {
  const server = createServer((_request, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.end(`<!doctype html><title>Elsewhere</title><link rel="icon" href="data:," />${html}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { host: `127.0.0.1:${String(port)}`, close: () => void server.close() }
}
