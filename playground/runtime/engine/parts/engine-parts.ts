// The running parts behind an engine: host, broker, kernel, backend. Starts and restarts them, watches that
// each answers, and tells when one is lost. Runs on the site's page.
import { watchLiveness, type Liveness } from '../../preview/liveness.ts'
import { createFailure, FailureError } from '../../wire/failure.ts'
import type { Files } from '../../wire/files.ts'
import type { Part, WriteReport } from '../../wire/message.ts'
import { openHostFrame, type HostFrame } from './host-frame.ts'
import {
  startBackend,
  startBroker,
  stoppedFailure,
  type BackendPort,
  type BrokerEnd,
} from './part-ports.ts'
import type { StageBoard } from './stage-board.ts'
import type { KernelPort, KernelStart, StartedKernel, StartKernel } from './started-kernel.ts'

/** Milliseconds without an answer after which a worker counts as looping: its own guards have failed by then. */
const SILENCE_DEADLINE = 10_000
const PING_EVERY = 2_000

export interface PartListeners {
  onBroker(broker: BrokerEnd): void
  onKernel(kernel: KernelPort): void
  onBackend(backend: BackendPort): void
  /** A part ended by itself or stopped answering; it must be started again. */
  onLost(part: Part, message: string): void
}

export class EngineParts {
  readonly #startKernel: StartKernel
  readonly #listeners: PartListeners
  #host: HostFrame | null = null
  #broker: BrokerEnd | null = null
  #kernel: StartedKernel | null = null
  #backend: BackendPort | null = null
  readonly #watches = new Map<Part, Liveness>()

  constructor(startKernel: StartKernel, listeners: PartListeners) {
    this.#startKernel = startKernel
    this.#listeners = listeners
  }

  /** Resolves when host.html has said hello. The service worker and the parts may then start side by side. */
  async openHost(): Promise<void> {
    this.#host = await openHostFrame()
    this.#host.port.on('part-died', ({ part, message }) => this.#listeners.onLost(part, message))
  }

  async activateServiceWorker(): Promise<void> {
    await this.#hostPort().call('activate', null, { deadline: 25_000, stage: 'host' })
  }

  /** False when the host page hangs, or when its process is gone. */
  async hostAnswers(): Promise<boolean> {
    return this.#host ? this.#host.answers() : false
  }

  async startBroker(): Promise<void> {
    this.#letGo('broker')
    const broker = await startBroker(this.#hostPort())
    this.#broker = broker
    this.#kernel?.joinBroker?.()
    this.#listeners.onBroker(broker)
    this.#watch('broker', () =>
      broker.port.call('ping', null, { deadline: SILENCE_DEADLINE, stage: 'broker' }),
    )
  }

  async bootKernel(start: KernelStart, stages: StageBoard): Promise<void> {
    this.#letGo('kernel')
    const kernel = await this.#startKernel({
      host: this.#hostPort(),
      onLost: (message) => {
        if (this.#kernel === kernel) this.#listeners.onLost('kernel', message)
      },
    })
    const { port } = kernel
    this.#kernel = kernel
    if (this.#broker) kernel.joinBroker?.()
    this.#listeners.onKernel(port)
    await kernel.boot(start, stages)
    this.#watch('kernel', () =>
      port.call('ping', null, { deadline: SILENCE_DEADLINE, stage: 'next' }),
    )
  }

  async bootBackend(files: Files, database: Uint8Array | null): Promise<WriteReport> {
    this.#letGo('backend')
    const { port, boot } = await startBackend(this.#hostPort())
    this.#backend = port
    this.#listeners.onBackend(port)
    const report = await boot(files, database)
    this.#watch('backend', () =>
      port.call('ping', null, { deadline: SILENCE_DEADLINE, stage: 'python' }),
    )
    return report
  }

  joinTab(port: MessagePort): void {
    const options = { deadline: 5_000, stage: 'host', transfer: [port] }
    // Not awaited: a tab that could not be joined shows its own deadline page.
    void this.#host?.port.call('joinTab', { port }, options).catch(() => undefined)
  }

  broker(): BrokerEnd {
    return this.#broker ?? notRunning()
  }

  kernel(): KernelPort {
    return this.#kernel?.port ?? notRunning()
  }

  backend(): BackendPort {
    return this.#backend ?? notRunning()
  }

  stop(): void {
    this.#letGo('kernel')
    this.#letGo('backend')
    this.#letGo('broker')
    // The frame takes its workers with it, looping or not.
    this.#host?.remove()
    this.#host = null
  }

  #hostPort(): HostFrame['port'] {
    return this.#host?.port ?? notRunning()
  }

  #letGo(part: Part): void {
    this.#watches.get(part)?.stop()
    this.#watches.delete(part)
    if (part === 'kernel') {
      this.#kernel?.port.close(stoppedFailure('kernel'))
      this.#kernel?.stop?.()
      this.#kernel = null
    } else if (part === 'backend') {
      this.#backend?.close(stoppedFailure('backend'))
      this.#backend = null
    } else {
      this.#broker?.port.close(stoppedFailure('broker'))
      this.#broker = null
    }
  }

  #watch(part: Part, ping: () => Promise<unknown>): void {
    const liveness = watchLiveness({
      ping,
      every: PING_EVERY,
      onAnswering: () => undefined,
      onSilent: () => {
        liveness.stop()
        const seconds = SILENCE_DEADLINE / 1000
        this.#listeners.onLost(part, `No answer for ${seconds} s: an endless loop, most likely.`)
      },
    })
    this.#watches.set(part, liveness)
  }
}

function notRunning(): never {
  throw new FailureError(createFailure('engine', 'not-running', 'The engine is not running.'))
}
