// Joins a Broker to its ports: the site, the kernel, the backend, and requests that the host passes on from the
// service worker. Runs anywhere; knows what each port may say and nothing of cookies or CORS.
import type {
  BrokerOffer,
  ConnectMessage,
  DisconnectMessage,
  FetchCodeMessage,
  NoOffer,
  SqlHopMessage,
} from '../wire/message.ts'
import { openPort, type Port } from '../wire/port.ts'
import { PULSE_INTERVAL } from '../wire/pulse.ts'
import {
  answerOver,
  type Answerer,
  type OpenRequest,
  type WireRequest,
} from '../wire/request-port.ts'
import { Broker, type BrokerOptions } from './broker.ts'
import type { PageRequest } from './page-fetch.ts'
import { PartPort } from './part-port.ts'

export type BrokerMessage = ConnectMessage | DisconnectMessage | OpenRequest

/** What a test or a worker entry may set; the rest comes from the ports. */
export type BrokerSettings = Omit<
  BrokerOptions,
  'next' | 'fastapi' | 'isStarting' | 'onHop' | 'onJar' | 'onConsole' | 'onStepping'
>

export interface BrokerPorts {
  readonly broker: Broker
  /** One message to the broker's own scope. */
  take(message: BrokerMessage, ports: readonly MessagePort[]): void
}

type SitePort = Port<NoOffer, BrokerOffer>

export function createBrokerPorts(settings: BrokerSettings): BrokerPorts {
  const kernel = new PartPort('next')
  const backend = new PartPort('fastapi')
  const sites = new Set<SitePort>()
  const broker = new Broker({
    ...settings,
    next: (request) => kernel.ask(request),
    fastapi: (request) => backend.ask(request),
    isStarting: (place) =>
      (place === 'next' && kernel.isStarting) || (place === 'fastapi' && backend.isStarting),
    onHop: (hop) => sites.forEach((site) => site.emit('hop', hop)),
    onJar: (jar) => sites.forEach((site) => site.emit('jar', jar)),
    onConsole: (line) => sites.forEach((site) => site.emit('console', line)),
    onStepping: (view) => {
      sites.forEach((site) => site.emit('stepping', view))
      kernel.tell({ type: 'held', isHeld: view.held.length > 0 })
    },
  })

  const connect = ({ peer, port, isSlow = false }: ConnectMessage) => {
    if (peer === 'site') sites.add(openSite(broker, port))
    else if (peer === 'kernel') {
      kernel.connect(port, isSlow)
      listen(port, 'next', broker)
    } else if (peer === 'backend') {
      backend.connect(port)
      listen(port, 'fastapi', broker)
    }
  }

  return {
    broker,
    take(message, ports) {
      switch (message.type) {
        case 'connect':
          return connect(message)
        case 'disconnect':
          return (message.peer === 'kernel' ? kernel : backend).disconnect()
        case 'request':
          return answerBrowser(broker, message, ports[0])
        default:
          message satisfies never
      }
    },
  }
}

/** The site's own port, and a tab's: calls, events, and requests. */
function openSite(broker: Broker, port: MessagePort): SitePort {
  port.addEventListener('message', ({ data, ports }: MessageEvent<OpenRequest | null>) => {
    if (data?.type === 'request') answerBrowser(broker, data, ports[0])
  })
  return openPort<NoOffer, BrokerOffer>(port, {
    trace: () => broker.trace(),
    clearTrace: () => {
      broker.clearTrace()
      return null
    },
    jar: () => broker.jar(),
    clearJar: () => {
      broker.clearJar()
      return null
    },
    setClock: ({ ahead }) => {
      broker.setClock(ahead)
      return null
    },
    setStepping: ({ isOn }) => {
      broker.setStepping(isOn)
      return null
    },
    step: ({ until }) => {
      broker.step(until)
      return null
    },
    writeDocumentCookie: ({ line, url }) => broker.writeDocumentCookie(line, url),
    ping: () => null,
  })
}

/**
 * With a browser context it is a page's request, passed on by a service worker, which never blocks and so keeps the
 * pulse. Without one it is the automation's, on the site's own thread.
 */
function answerBrowser(broker: Broker, { head }: OpenRequest, port: MessagePort | undefined): void {
  const answer: Answerer = (request) =>
    isPageRequest(request) ? broker.answerPage(request) : broker.answerAutomation(request)
  const pulse = head.browser === null ? {} : { pulseInterval: PULSE_INTERVAL }
  if (port) void answerOver(port, head, answer, pulse)
}

function isPageRequest(request: WireRequest): request is PageRequest {
  return request.browser !== null
}

type ServerMessage = OpenRequest | SqlHopMessage | FetchCodeMessage

/** A server's port: its own requests; the lines that sent them; from the backend, its statements to the database. */
function listen(port: MessagePort, from: 'next' | 'fastapi', broker: Broker): void {
  const answer: Answerer = (request) => broker.answerServer(request, from)
  port.addEventListener('message', ({ data, ports }: MessageEvent<ServerMessage>) => {
    const [own] = ports
    if (data.type === 'request' && own) void answerOver(own, data.head, answer)
    else if (data.type === 'fetch-code') broker.addCode(data)
    else if (data.type === 'sql-hop') broker.addSql(data)
  })
  port.start()
}
