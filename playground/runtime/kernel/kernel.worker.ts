// Entry of the kernel worker: joins the ports that the host sends to the kernel. The platform must be the first import
// (contract.ts). Holds no logic.
import { nativeFetch, setHeld } from './platform/install.ts'
import type { CompilerOffer } from './compiler/offer.ts'
import { createFailure, FailureError } from '../wire/failure.ts'
import type { ConnectMessage, HeldMessage, KernelOffer, NoOffer } from '../wire/message.ts'
import { openPort, type Port } from '../wire/port.ts'
import { answerOver, type OpenRequest } from '../wire/request-port.ts'
import { isPrerenderRejection } from './errors/prerender-rejection.ts'
import { Kernel } from './kernel.ts'

let brokerPort: MessagePort | null = null
const sites = new Set<Port<NoOffer, KernelOffer>>()
const compiler = Promise.withResolvers<Kernel>()

function startKernel(compilerPort: MessagePort): Kernel {
  return new Kernel({
    compilerPort: openPort<CompilerOffer, NoOffer>(compilerPort, {}),
    brokerPort() {
      if (brokerPort) return brokerPort
      throw new FailureError(
        createFailure('request', 'not-running', 'The kernel has no broker to ask.'),
      )
    },
    fetchAsset: nativeFetch,
    update: (message) => sites.forEach((site) => site.emit('update', { message })),
    console: (line) => sites.forEach((site) => site.emit('console', line)),
    errors: (errors) => sites.forEach((site) => site.emit('errors', errors)),
    progress: (detail) => sites.forEach((site) => site.emit('progress', { detail })),
  })
}

/** Calls may come before the compiler's port: they wait for it. */
function connectSite(port: MessagePort): void {
  const kernel = compiler.promise
  sites.add(
    openPort<NoOffer, KernelOffer>(port, {
      boot: async (argument) => (await kernel).answers.boot(argument),
      write: async (argument) => (await kernel).answers.write(argument),
      load: async (argument) => (await kernel).answers.load(argument),
      refresh: async (argument) => (await kernel).answers.refresh(argument),
      build: async (argument) => (await kernel).answers.build(argument),
      errors: async (argument) => (await kernel).answers.errors(argument),
      pageMessage: async (argument) => (await kernel).answers.pageMessage(argument),
      ping: () => null,
    }),
  )
}

function connectBroker(port: MessagePort): void {
  brokerPort = port
  port.addEventListener('message', ({ data, ports }: MessageEvent<OpenRequest | HeldMessage>) => {
    if (data.type === 'held') return setHeld(data.isHeld)
    const [requestPort] = ports
    if (data.type !== 'request' || !requestPort) return
    void answerOver(requestPort, data.head, async (request) =>
      (await compiler.promise).answer(request),
    )
  })
  port.start()
}

addEventListener('message', ({ data }: MessageEvent<ConnectMessage>) => {
  if (data.type !== 'connect') return
  if (data.peer === 'compiler') compiler.resolve(startKernel(data.port))
  else if (data.peer === 'site') connectSite(data.port)
  else if (data.peer === 'broker') connectBroker(data.port)
})

// The learner's server code may throw where nobody listens: real `next dev` prints it and goes on, so the worker must
// not end for it (an error that leaves a worker looks to the host like a dead one).
addEventListener('error', (event) => {
  event.preventDefault()
  console.error('uncaughtException:', event.error ?? event.message)
})
addEventListener('unhandledrejection', (event) => {
  event.preventDefault()
  if (isPrerenderRejection(event.reason)) return
  console.error('unhandledRejection:', event.reason)
})
