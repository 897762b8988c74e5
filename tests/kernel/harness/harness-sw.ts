// Service worker of the kernel's integration tests: every request of the framed app goes to the harness page, which
// asks the kernel. Kernel scripts come from the static server. Small on purpose: the real one has its own tests.
import { askOver, createWireRequest } from '../../../playground/runtime/wire/request-port.ts'

interface WorkerScope {
  addEventListener(
    type: 'install' | 'activate' | 'fetch',
    listener: (event: FetchEventLike) => void,
  ): void
  skipWaiting(): Promise<void>
  clients: {
    claim(): Promise<void>
    matchAll(
      options: object,
    ): Promise<
      readonly { url: string; postMessage(message: unknown, transfer: Transferable[]): void }[]
    >
  }
}
interface FetchEventLike {
  readonly request: Request
  waitUntil(work: Promise<unknown>): void
  respondWith(response: Promise<Response>): void
}

const scope = globalThis as unknown as WorkerScope // a service worker's global; its types clash with the page's
const OURS = /^\/(__host__\/|harness|_next\/static\/kernel\/)/

const GUEST = `<script>parent.harness.newPage();globalThis.__bothEnds={page:'frame',onKernelMessage:l=>parent.harness.onKernelMessage(l),toKernel:m=>parent.harness.toKernel(m)}</script>`

scope.addEventListener('install', () => void scope.skipWaiting())
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))
scope.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (url.origin !== location.origin || OURS.test(url.pathname)) return
  event.respondWith(answer(event.request))
})

async function answer(request: Request): Promise<Response> {
  const clients = await scope.clients.matchAll({ includeUncontrolled: true, type: 'window' })
  const page = clients.find((client) => new URL(client.url).pathname === '/harness.html')
  if (!page) return new Response('no harness page', { status: 503 })
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  const body = hasBody ? await request.arrayBuffer() : null
  const headers = [...request.headers]
  if (!request.headers.has('accept')) headers.push(['accept', '*/*'])
  if (request.method !== 'GET') headers.push(['origin', 'http://localhost:3000'])
  // askOver posts `{ type: 'request', head }`; the page wants the body with it.
  const target = {
    postMessage: (_message: unknown, transfer: Transferable[]) =>
      page.postMessage(
        { type: 'fetch', url: request.url, method: request.method, headers, body },
        transfer,
      ),
  }
  const response = await askOver(
    target,
    createWireRequest({ method: request.method, url: request.url }),
  )
  const own = new Headers()
  for (const [name, value] of response.headers) own.append(name, value)
  const isPage =
    own.get('content-type')?.includes('text/html') === true && request.destination === 'iframe'
  if (isPage) own.delete('content-length')
  const stream = response.body as ReadableStream<Uint8Array<ArrayBuffer>> | null
  return new Response(stream && isPage ? stream.pipeThrough(injectGuest()) : stream, {
    status: response.status,
    headers: own,
  })
}

/** First script of the document, as the real guest is. */
function injectGuest(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let isDone = false
  return new TransformStream({
    transform(chunk, controller) {
      const text = isDone ? '' : new TextDecoder().decode(chunk)
      const at = text.indexOf('<head')
      if (isDone || at < 0) return controller.enqueue(chunk)
      isDone = true
      const end = text.indexOf('>', at) + 1
      controller.enqueue(new TextEncoder().encode(text.slice(0, end) + GUEST + text.slice(end)))
    },
  })
}
