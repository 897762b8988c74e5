// The workers of the preview origin: started by URL, joined by ports, ended at once. Runs in host.html.
// Knows which part needs a port to which, and nothing of what they say to each other.
import {
  HOST_PREFIX,
  type ConnectMessage,
  type DisconnectMessage,
  type Part,
} from '../wire/message.ts'
import type { OpenRequest } from '../wire/request-port.ts'

type WorkerName = Part | 'compiler'

export interface Parts {
  /** Starts a part (a running one is ended first) and gives the site's port to it. */
  start(part: Part): MessagePort
  stop(part: Part): void
  joinTab(port: MessagePort): void
  /** To a kernel that is no worker of ours. */
  joinKernel(port: MessagePort): void
  /** False when there is no broker to take it. */
  passToBroker(request: OpenRequest, port: MessagePort): boolean
}

const PARTNERS: Record<Part, readonly WorkerName[]> = {
  broker: ['broker'],
  kernel: ['kernel', 'compiler'],
  backend: ['backend'],
}

export function createParts(onDied: (part: Part, message: string) => void): Parts {
  const workers = new Map<WorkerName, Worker>()

  const startWorker = (name: WorkerName, part: Part) => {
    // Of the same version as this page (service-worker.ts). `?isolated`: a worker of an isolated page must be served as one
    // (tools/serve/isolation.mjs).
    const { search } = window.location
    const worker = new Worker(`${HOST_PREFIX}${name}.worker.js${search}`, { type: 'module', name })
    worker.addEventListener('error', (event) => {
      // Once running, a worker reports its own errors on its ports; this is a script that could not start.
      event.preventDefault()
      if (workers.get(name) !== worker) return
      tellBroker(part)
      onDied(part, event.message || `${name}.worker.js did not load.`)
    })
    workers.set(name, worker)
  }

  const connect = (name: WorkerName, peer: ConnectMessage['peer'], port: MessagePort) => {
    workers.get(name)?.postMessage({ type: 'connect', peer, port } satisfies ConnectMessage, [port])
  }

  const join = (one: WorkerName, other: WorkerName) => {
    const { port1, port2 } = new MessageChannel()
    connect(one, other, port1)
    connect(other, one, port2)
  }

  /** Requests under way to a part that is gone must not wait for their deadline. */
  const tellBroker = (part: Part) => {
    if (part === 'broker') return
    workers
      .get('broker')
      ?.postMessage({ type: 'disconnect', peer: part } satisfies DisconnectMessage)
  }

  const stop = (part: Part) => {
    if (workers.has(part)) tellBroker(part)
    for (const name of PARTNERS[part]) {
      workers.get(name)?.terminate()
      workers.delete(name)
    }
  }

  return {
    start(part) {
      stop(part)
      for (const name of PARTNERS[part]) startWorker(name, part)
      if (part === 'kernel') join('kernel', 'compiler')
      if (part === 'broker') {
        if (workers.has('kernel')) join('broker', 'kernel')
        if (workers.has('backend')) join('broker', 'backend')
      } else if (workers.has('broker')) join('broker', part)
      const { port1, port2 } = new MessageChannel()
      connect(part, 'site', port1)
      return port2
    },
    stop,
    joinTab(port) {
      connect('broker', 'site', port)
    },
    joinKernel(port) {
      const message: ConnectMessage = { type: 'connect', peer: 'kernel', port, isSlow: true }
      workers.get('broker')?.postMessage(message, [port])
    },
    passToBroker(request, port) {
      const broker = workers.get('broker')
      broker?.postMessage(request, [port])
      return broker !== undefined
    },
  }
}
