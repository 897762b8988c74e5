// Stands for FastAPI in tests of the network. A worker.
import type { ConnectMessage } from '../../playground/runtime/wire/message.ts'
import type { HeaderPairs } from '../../playground/runtime/wire/headers.ts'
import {
  answerOver,
  type OpenRequest,
  type WireRequest,
  type WireResponse,
} from '../../playground/runtime/wire/request-port.ts'

const ALLOW: HeaderPairs = [
  ['access-control-allow-origin', 'http://localhost:3000'],
  ['access-control-allow-methods', 'PUT'],
  ['access-control-allow-headers', 'content-type'],
]

function respond(status: number, text: string, headers: HeaderPairs): WireResponse {
  const body = new Blob([text]).stream()
  return {
    status,
    statusText: '',
    headers: [['content-type', 'application/json'], ...headers],
    body,
  }
}

async function answer({ url, method }: WireRequest): Promise<WireResponse> {
  const { pathname } = new URL(url)
  if (pathname === '/closed') return respond(200, '"secret"', [])
  if (pathname === '/fails') return respond(500, '"boom"', [])
  return respond(200, JSON.stringify([method, pathname]), [...ALLOW, ['x-hidden', 'yes']])
}

addEventListener('message', ({ data }: MessageEvent<ConnectMessage>) => {
  if (data.peer !== 'broker') return
  data.port.onmessage = (event: MessageEvent<OpenRequest>) => {
    const [port] = event.ports
    if (event.data.type === 'request' && port) void answerOver(port, event.data.head, answer)
  }
})
