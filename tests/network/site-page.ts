// The site's side in tests of the network: frames the host page, starts the parts, shows the preview. A page script.
import type {
  BrokerOffer,
  HostConnect,
  HostOffer,
  NoOffer,
  Part,
} from '../../playground/runtime/wire/message.ts'
import { openPort, type Port } from '../../playground/runtime/wire/port.ts'
import type { Exchange } from '../../playground/runtime/wire/hop.ts'
import { PREVIEW_ORIGIN } from '../../playground/runtime/wire/origins.ts'

export interface NetworkPage {
  start(): Promise<void>
  startPart(part: Part): Promise<void>
  stopPart(part: Part): Promise<void>
  show(path: string): Promise<void>
  removeHost(): void
  trace(): Promise<readonly Exchange[]>
  /** Console lines that the broker wrote. */
  readonly lines: string[]
}

declare global {
  interface Window {
    network: NetworkPage
  }
}

const options = { deadline: 20_000, stage: 'test' }
let host: Port<HostOffer, NoOffer>
let broker: Port<BrokerOffer, NoOffer>
const hostFrame = document.createElement('iframe')
const preview = document.createElement('iframe')
preview.name = 'preview'

function connectHost(): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('message', ({ data, origin, source }) => {
      if (data?.type !== 'both-ends-host-ready' || origin !== PREVIEW_ORIGIN) return
      if (source !== hostFrame.contentWindow) return
      const { port1, port2 } = new MessageChannel()
      host = openPort<HostOffer, NoOffer>(port1, {})
      const connect: HostConnect = { type: 'both-ends-host-connect' }
      hostFrame.contentWindow?.postMessage(connect, PREVIEW_ORIGIN, [port2])
      resolve()
    })
    hostFrame.src = `${PREVIEW_ORIGIN}/__host__/host.html`
    document.body.append(hostFrame)
  })
}

const lines: string[] = []

window.network = {
  lines,
  async start() {
    await connectHost()
    await host.call('activate', null, options)
    await this.startPart('broker')
    await this.startPart('kernel')
    await this.startPart('backend')
  },
  async startPart(part) {
    const { port } = await host.call('start', { part }, options)
    if (part !== 'broker') return
    broker = openPort<BrokerOffer, NoOffer>(port, {})
    broker.on('console', ({ text }) => lines.push(text))
  },
  async stopPart(part) {
    await host.call('stop', { part }, options)
  },
  show: (path) =>
    new Promise((resolve) => {
      preview.addEventListener('load', () => resolve(), { once: true })
      preview.src = PREVIEW_ORIGIN + path
      document.body.append(preview)
    }),
  removeHost: () => hostFrame.remove(),
  trace: () => broker.call('trace', null, options),
}
