// Runs in the test's page: holds the ports of a real backend worker, as the site and the broker do.
import type {
  BackendOffer,
  ConnectMessage,
  NoOffer,
} from '../../playground/runtime/wire/message.ts'
import type { ConsoleLine } from '../../playground/runtime/wire/console-line.ts'
import type { LearnerError } from '../../playground/runtime/wire/learner-error.ts'
import { openPort, type Port } from '../../playground/runtime/wire/port.ts'
import { askOver, createWireRequest, readBody } from '../../playground/runtime/wire/request-port.ts'
import type { HeaderPairs } from '../../playground/runtime/wire/headers.ts'

export interface PageAnswer {
  readonly status: number
  readonly headers: HeaderPairs
  readonly text: string
}

export interface WorkerPage {
  /** Starts a worker (a running one is ended) and gives its boot timings; the first answer is in `firstAnswer`. */
  boot(main: string): Promise<{ timings: Record<string, number>; errors: readonly LearnerError[] }>
  /** Milliseconds from the worker's start to the first answer. */
  firstAnswer: number
  ask(path: string, method?: string, bodyBytes?: number): Promise<PageAnswer>
  /** Reads `chunks` events, then leaves. */
  leaveAfter(path: string, chunks: number): Promise<readonly string[]>
  write(main: string): Promise<readonly string[]>
  readonly lines: ConsoleLine[]
  errors: readonly LearnerError[]
}

declare global {
  interface Window {
    backend: WorkerPage
  }
}

const OPTIONS = { deadline: 60_000, stage: 'test' }
let worker: Worker | null = null
let site: Port<BackendOffer, NoOffer>
let broker: MessagePort

function startWorker(): void {
  worker?.terminate()
  worker = new Worker('/backend.worker.js', { type: 'module' })
  const toSite = new MessageChannel()
  const toBroker = new MessageChannel()
  const connect = (message: ConnectMessage) => worker?.postMessage(message, [message.port])
  connect({ type: 'connect', peer: 'site', port: toSite.port1 })
  connect({ type: 'connect', peer: 'broker', port: toBroker.port1 })
  site = openPort<BackendOffer, NoOffer>(toSite.port2, {})
  site.on('console', (line) => backend.lines.push(line))
  site.on('errors', (errors) => (backend.errors = errors))
  broker = toBroker.port2
  broker.start()
}

function open(path: string, method = 'GET', bodyBytes = 0, signal?: AbortSignal) {
  const url = `http://localhost:8000${path}`
  const body = bodyBytes > 0 ? new Uint8Array(bodyBytes) : null
  return askOver(broker, createWireRequest({ method, url, body, ...(signal ? { signal } : {}) }))
}

const backend: WorkerPage = {
  firstAnswer: 0,
  lines: [],
  errors: [],
  async boot(main) {
    const start = performance.now()
    startWorker()
    const assets = new URL('/python/', location.href).href
    const environment = { DATABASE_URL: 'sqlite:////workspace/test.db' }
    const first = open('/people').then(() => (backend.firstAnswer = performance.now() - start))
    const boot = { assets, files: { 'main.py': main }, environment }
    const { timings, errors } = await site.call('boot', boot, OPTIONS)
    await first
    return { timings, errors }
  },
  async ask(path, method, bodyBytes) {
    const { status, headers, body } = await open(path, method, bodyBytes)
    return { status, headers, text: new TextDecoder().decode(await readBody(body)) }
  },
  async leaveAfter(path, chunks) {
    const leaving = new AbortController()
    const { body } = await open(path, 'GET', 0, leaving.signal)
    const seen: string[] = []
    for await (const chunk of body!) {
      seen.push(new TextDecoder().decode(chunk))
      if (seen.length === chunks) break
    }
    leaving.abort()
    return seen
  },
  async write(main) {
    const { errors } = await site.call('write', { changes: { 'main.py': main } }, OPTIONS)
    return errors.map(({ message }) => message)
  },
}
window.backend = backend
