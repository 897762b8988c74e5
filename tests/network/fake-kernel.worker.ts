// Stands for Next in tests of the network: answers fixed paths, asks FastAPI for one of them. A worker.
import type { ConnectMessage } from '../../playground/runtime/wire/message.ts'
import { getHeader, type HeaderPairs } from '../../playground/runtime/wire/headers.ts'
import {
  answerOver,
  askOver,
  createWireRequest,
  readBody,
  type OpenRequest,
  type WireRequest,
  type WireResponse,
} from '../../playground/runtime/wire/request-port.ts'
import { PROBE_PAGE } from './probe-page.ts'

const encoder = new TextEncoder()
let broker: MessagePort | null = null
let aborted = 0

function respond(status: number, text: string, type: string, more: HeaderPairs = []): WireResponse {
  const body = new Blob([encoder.encode(text)]).stream()
  return { status, statusText: '', headers: [['content-type', type], ...more], body }
}

function page(title: string, more: HeaderPairs = []): WireResponse {
  const text = `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`
  return respond(200, text, 'text/html; charset=utf-8', more)
}

function redirect(status: number, location: string): WireResponse {
  return { status, statusText: '', headers: [['location', location]], body: null }
}

function ticks(count: number, interval: number): WireResponse {
  let given = 0
  let timer: ReturnType<typeof setInterval>
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      timer = setInterval(() => {
        given += 1
        controller.enqueue(encoder.encode(`${given},`))
        if (given < count) return
        clearInterval(timer)
        controller.close()
      }, interval)
    },
    cancel() {
      aborted += 1
      clearInterval(timer)
    },
  })
  return { status: 200, statusText: '', headers: [['content-type', 'text/plain']], body }
}

function breaking(): WireResponse {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(encoder.encode('half'))
      await new Promise((resolve) => setTimeout(resolve, 50))
      controller.error(new Error('broke off'))
    },
  })
  return { status: 200, statusText: '', headers: [['content-type', 'text/plain']], body }
}

async function echo({ method, url, headers, body }: WireRequest): Promise<WireResponse> {
  const bytes = await readBody(body)
  const seen = {
    method,
    url,
    headers,
    size: bytes.byteLength,
    text: new TextDecoder().decode(bytes.slice(0, 200)),
  }
  return respond(200, JSON.stringify(seen), 'application/json')
}

async function users({ headers, signal }: WireRequest): Promise<WireResponse> {
  if (!broker) throw new Error('There is no broker.')
  const traceparent: HeaderPairs = [['traceparent', getHeader(headers, 'traceparent') ?? '']]
  const inner = { method: 'GET', url: 'http://localhost:8000/users', headers: traceparent, signal }
  const answer = await askOver(broker, createWireRequest(inner))
  return page(`Users ${new TextDecoder().decode(await readBody(answer.body))}`)
}

async function answer(request: WireRequest): Promise<WireResponse> {
  const { pathname } = new URL(request.url)
  switch (pathname) {
    case '/':
      return page('Home', [
        ['set-cookie', 'theme=dark'],
        ['set-cookie', 'session=s; HttpOnly'],
      ])
    case '/users':
      return users(request)
    case '/redirect':
      return redirect(307, 'http://localhost:3000/landed')
    case '/probe':
      return respond(200, PROBE_PAGE, 'text/html')
    case '/form':
      return redirect(303, '/landed')
    case '/landed':
      return page('Landed')
    case '/echo':
      return echo(request)
    case '/ticks':
      return ticks(5, 200)
    case '/endless':
      return ticks(1_000_000, 50)
    case '/breaks':
      return breaking()
    case '/aborted':
      return respond(200, String(aborted), 'text/plain')
    case '/empty':
      return { status: 204, statusText: '', headers: [], body: null }
    case '/never':
      return new Promise(() => undefined)
    default:
      return respond(404, 'not found', 'text/plain')
  }
}

addEventListener('message', ({ data }: MessageEvent<ConnectMessage>) => {
  if (data.peer !== 'broker') return
  broker = data.port
  data.port.onmessage = (event: MessageEvent<OpenRequest>) => {
    const [port] = event.ports
    if (event.data.type === 'request' && port) void answerOver(port, event.data.head, answer)
  }
})
