// The page of the kernel's own integration tests: starts the real kernel and compiler workers, stands in for the site,
// the broker (with a plain cookie jar) and the guest. Runs in Chromium; bundled by serve-harness.ts.
import type { FileChanges, Files } from '../../../playground/runtime/wire/files.ts'
import type { HeaderPairs } from '../../../playground/runtime/wire/headers.ts'
import type {
  ConnectMessage,
  Flavour,
  KernelOffer,
  NoOffer,
} from '../../../playground/runtime/wire/message.ts'
import { openPort } from '../../../playground/runtime/wire/port.ts'
import {
  answerOver,
  askOver,
  createWireRequest,
  readBody,
  type OpenRequest,
  type WireResponse,
} from '../../../playground/runtime/wire/request-port.ts'

const ORIGIN = 'http://localhost:3000'
const WAIT = { deadline: 60_000, stage: 'test' }

interface SimpleRequest {
  readonly method?: string
  readonly headers?: HeaderPairs
  readonly body?: string
  readonly cookies?: boolean
}

interface SimpleResponse {
  readonly status: number
  readonly headers: HeaderPairs
  readonly text: string
  readonly chunks: readonly { readonly at: number; readonly size: number }[]
  readonly ms: number
}

function join(): { kernel: Worker; brokerPort: MessagePort; sitePort: MessagePort } {
  const kernel = new Worker('/__host__/kernel.worker.js', { type: 'module', name: 'kernel' })
  const compiler = new Worker('/__host__/compiler.worker.js', { type: 'module', name: 'compiler' })
  for (const worker of [kernel, compiler])
    worker.onerror = (event) =>
      logs.push(`[worker] ${event.message} ${event.filename}:${event.lineno}`)
  const send = (worker: Worker, peer: ConnectMessage['peer'], port: MessagePort) =>
    worker.postMessage({ type: 'connect', peer, port } satisfies ConnectMessage, [port])
  const compile = new MessageChannel()
  send(kernel, 'compiler', compile.port1)
  send(compiler, 'kernel', compile.port2)
  const broker = new MessageChannel()
  send(kernel, 'broker', broker.port1)
  const site = new MessageChannel()
  send(kernel, 'site', site.port1)
  return { kernel, brokerPort: broker.port2, sitePort: site.port2 }
}

const logs: string[] = []
const asked: string[] = []
/** Path of the stand-in for FastAPI -> its JSON. */
const api = new Map<string, unknown>()
const jar = new Map<string, string>()
const listeners = new Set<(message: unknown) => void>()
const { brokerPort, sitePort } = join()
const site = openPort<KernelOffer, NoOffer>(sitePort, {})
site.on('console', (line) => logs.push(`[${line.level}] ${line.text}`))
site.on('update', ({ message }) => listeners.forEach((listener) => listener(message)))

/** Server-side fetch of the app: the app itself, or an echo that stands for FastAPI. */
brokerPort.addEventListener('message', ({ data, ports }: MessageEvent<OpenRequest>) => {
  const [port] = ports
  if (data.type !== 'request' || !port) return
  asked.push(`${data.head.method} ${data.head.url}`)
  void answerOver(port, data.head, async (request): Promise<WireResponse> => {
    if (request.url.startsWith(ORIGIN)) return askOver(brokerPort, request)
    const sent = new TextDecoder().decode(await readBody(request.body))
    const known = api.get(new URL(request.url).pathname)
    const body = JSON.stringify(
      known ?? { method: request.method, url: request.url, headers: request.headers, body: sent },
    )
    return {
      status: 200,
      statusText: '',
      headers: [['content-type', 'application/json']],
      body: new Blob([body]).stream(),
    }
  })
})
brokerPort.start()

function storeCookies(headers: HeaderPairs): void {
  for (const [name, line] of headers) {
    if (name.toLowerCase() !== 'set-cookie') continue
    const [pair = '', ...attributes] = line.split(';')
    const at = pair.indexOf('=')
    const isGone = attributes.some((one) => /max-age=0|expires=thu, 01 jan 1970/i.test(one))
    if (isGone) jar.delete(pair.slice(0, at))
    else jar.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

function withJar(headers: HeaderPairs): HeaderPairs {
  if (jar.size === 0 || headers.some(([name]) => name === 'cookie')) return headers
  return [...headers, ['cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; ')]]
}

async function ask(
  path: string,
  { method = 'GET', headers = [], body, cookies = true }: SimpleRequest = {},
): Promise<WireResponse> {
  const accept: HeaderPairs = headers.some(([name]) => name === 'accept')
    ? []
    : [['accept', 'text/html']]
  const all = [...headers, ...accept]
  const response = await askOver(
    brokerPort,
    createWireRequest({
      // Joined, not resolved: `//x` is a path here.
      url: new URL(ORIGIN + path).href,
      method,
      headers: cookies ? withJar(all) : all,
      body: body === undefined ? null : new TextEncoder().encode(body),
    }),
  )
  if (cookies) storeCookies(response.headers)
  return response
}

async function request(path: string, options?: SimpleRequest): Promise<SimpleResponse> {
  const start = performance.now()
  const { status, headers, body } = await ask(path, options)
  const decoder = new TextDecoder()
  const chunks: { at: number; size: number }[] = []
  let text = ''
  const reader = body?.getReader()
  for (;;) {
    const next = await reader?.read()
    if (!next || next.done) break
    chunks.push({ at: performance.now() - start, size: next.value.byteLength })
    text += decoder.decode(next.value, { stream: true })
  }
  return { status, headers, text, chunks, ms: performance.now() - start }
}

/** The frame's service worker passes requests here. */
navigator.serviceWorker?.addEventListener('message', ({ data, ports }: MessageEvent) => {
  const [port] = ports
  if (data.type !== 'fetch' || !port) return
  const body = data.body === null ? null : new Uint8Array(data.body)
  const url = new URL(data.url)
  void answerOver(
    port,
    {
      method: data.method,
      url: ORIGIN + url.pathname + url.search,
      headers: data.headers,
      hasBody: false,
      browser: null,
    },
    async (incoming) => {
      const response = await askOver(brokerPort, {
        ...incoming,
        body,
        headers: withJar(incoming.headers),
      })
      storeCookies(response.headers)
      return { ...response, headers: response.headers.filter(([name]) => name !== 'set-cookie') }
    },
  )
})

async function startServiceWorker(): Promise<void> {
  const { serviceWorker } = navigator
  await serviceWorker.register('/harness-sw.js', { scope: '/' })
  await serviceWorker.ready
  if (serviceWorker.controller) return
  await new Promise((resolve) =>
    serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  )
}

const harness = {
  logs,
  asked,
  jar,
  answerApi: (path: string, value: unknown) => void api.set(path, value),
  async boot(
    flavour: Flavour,
    files: Files,
    options: { precompiled?: string; environment?: Record<string, string> } = {},
  ) {
    const { precompiled = null, environment = {} } = options
    return site.call(
      'boot',
      { flavour, assets: `${location.origin}/__host__/kernel/`, files, precompiled, environment },
      WAIT,
    )
  },
  write: (changes: FileChanges) => site.call('write', { changes }, WAIT),
  load: (files: Files) => site.call('load', { files, precompiled: null }, WAIT),
  build: () => site.call('build', null, WAIT),
  errors: () => site.call('errors', null, WAIT),
  request,
  /** Asks, reads for a while, goes away. */
  async abortAfter(path: string, ms: number) {
    const gone = new AbortController()
    const url = new URL(path, ORIGIN).href
    const response = await askOver(
      brokerPort,
      createWireRequest({ method: 'GET', url, signal: gone.signal }),
    )
    await response.body?.getReader().read()
    await new Promise((resolve) => setTimeout(resolve, ms))
    gone.abort()
  },
  startServiceWorker,
  /** For the frame's stand-in guest: listeners of the document before must not hear more. */
  newPage: () => listeners.clear(),
  onKernelMessage: (listener: (message: unknown) => void) => void listeners.add(listener),
  toKernel: (message: unknown) => void site.call('pageMessage', { page: 'frame', message }, WAIT),
}

declare global {
  var harness: Harness
}
export type Harness = typeof harness

globalThis.harness = harness
