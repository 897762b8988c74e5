// The site's end of host.html: a hidden page of the preview origin that holds the workers. Runs on the page.
import { openHiddenFrame } from '../../preview/hidden-frame.ts'
import { createFailure } from '../../wire/failure.ts'
import type { HostConnect, HostHello, HostOffer, NoOffer } from '../../wire/message.ts'
import { PREVIEW_ORIGIN } from '../../wire/origins.ts'
import { openPort, type Port } from '../../wire/port.ts'

export interface HostFrame {
  readonly port: Port<HostOffer, NoOffer>
  remove(): void
}

const HELLO: HostHello['type'] = 'both-ends-host-ready'

export async function openHostFrame(): Promise<HostFrame> {
  const frame = await openHiddenFrame('host.html', 'Engine room', HELLO)
  const { port1, port2 } = new MessageChannel()
  const connect: HostConnect = { type: 'both-ends-host-connect' }
  frame.window.postMessage(connect, PREVIEW_ORIGIN, [port2])
  const port = openPort<HostOffer, NoOffer>(port1, {})
  return {
    port,
    remove() {
      port.close(createFailure('host', 'stopped', 'The engine was stopped.'))
      frame.remove()
    },
  }
}
