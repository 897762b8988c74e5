// Entry of the broker's worker: the worker's scope, the browser's fetch and name, nothing else.
import { createBrokerPorts, type BrokerMessage } from './broker-ports.ts'
import { formatLanguages } from './browser-headers.ts'
import { createOutside } from './outside.ts'

declare const self: DedicatedWorkerGlobalScope

const ports = createBrokerPorts({
  outside: createOutside((input, options) => fetch(input, options), 'leave'),
  userAgent: navigator.userAgent,
  acceptLanguage: formatLanguages(navigator.languages),
})

self.addEventListener('message', (event: MessageEvent<BrokerMessage>) => {
  ports.take(event.data, event.ports)
})
