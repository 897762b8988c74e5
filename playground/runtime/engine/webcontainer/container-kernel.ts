// Next in the container, speaking the kernel's messages: to the engine it is a kernel like the own one, to the broker a
// server like any. Runs on the site's page. What is real here is `next dev`; ours is the way to it (relay-link.ts).
import { findNonce, injectGuest } from '../../broker/inject-guest.ts'
import { createFailure, FailureError } from '../../wire/failure.ts'
import { changesBelow, FRONTEND, type FileChanges, type Files } from '../../wire/files.ts'
import { getHeader, withoutHeader } from '../../wire/headers.ts'
import type { KernelOffer, NoOffer } from '../../wire/message.ts'
import { openPort, type Answers } from '../../wire/port.ts'
import {
  answerOver,
  askOver,
  type OpenRequest,
  type WireRequest,
  type WireResponse,
} from '../../wire/request-port.ts'
import { applyChanges } from '../parts/apply-changes.ts'
import { filesBelow } from '../parts/part-ports.ts'
import type { KernelPlace, KernelStart, StartedKernel } from '../parts/started-kernel.ts'
import {
  addedPackages,
  changesBetween,
  containerManifest,
  MANIFEST,
  writeChanges,
} from './container-files.ts'
import type { ContainerRoom, OpenRoom } from './container-room.ts'
import { createDevSocket } from './dev-socket.ts'
import { startProcesses, type Processes } from './processes.ts'

/** Our end of Next's development socket, in every page of the app (page-client.ts). */
const PAGE_CLIENT = '/__host__/container-client.js'
/** Milliseconds for processes that were ended to be gone, before others take their place. */
const END_DEADLINE = 5_000

export function startContainerKernel(
  room: ContainerRoom,
): (place: KernelPlace) => Promise<StartedKernel> {
  return async (place) => new ContainerKernel(room, place)
}

class ContainerKernel implements StartedKernel {
  readonly port
  readonly #side
  readonly #room: ContainerRoom
  readonly #place: KernelPlace
  readonly #socket
  #broker: MessagePort | null = null
  #open: OpenRoom | null = null
  #processes: Promise<Processes> = never()
  #stopProcesses: () => void = ignore
  #version = 0

  constructor(room: ContainerRoom, place: KernelPlace) {
    this.#room = room
    this.#place = place
    const { port1, port2 } = new MessageChannel()
    this.port = openPort<KernelOffer, NoOffer>(port1, {})
    this.#side = openPort<NoOffer, KernelOffer>(port2, this.#answers())
    this.#socket = createDevSocket({
      send: (frame) => void this.#processes.then(({ send }) => send(frame), ignore),
      tellPages: (message) => this.#side.emit('update', { message }),
      onErrors: (errors) => this.#side.emit('errors', errors),
    })
  }

  async boot({ files, flavour }: KernelStart, stages: Parameters<StartedKernel['boot']>[1]) {
    if (flavour === 'production') throw onlyDevelopment()
    const open = await this.#room.open(stages)
    this.#open = open
    await this.#put(open, filesBelow(FRONTEND, files))
    await open.leaving
    const processes = startProcesses({
      open,
      stages,
      print: this.#room.terminal.print,
      onLine: (line) => this.#side.emit('console', line),
      onSocketFrame: (frame) => this.#socket.takeFromNext(frame),
      onLost: (message) => this.#place.onLost(message),
      answer: (request) => this.#askBroker(request),
    })
    this.#processes = processes
    this.#stopProcesses = () => {
      open.leaving = processes.then(
        ({ stop }) => Promise.race([stop(), passed(END_DEADLINE)]),
        ignore,
      )
    }
    processes.catch(ignore) // Told by the await below.
    const running = await processes
    const added = addedPackages(files[FRONTEND + MANIFEST], open.snapshot)
    if (added.length > 0) await running.install()
  }

  joinBroker(): void {
    const { port1, port2 } = new MessageChannel()
    this.#broker?.close()
    this.#broker = port1
    port1.addEventListener('message', ({ data, ports }: MessageEvent<OpenRequest>) => {
      const [own] = ports
      if (data.type === 'request' && own)
        void answerOver(own, data.head, (request) => this.#answer(request))
    })
    port1.start()
    const options = { deadline: 5_000, stage: 'host', transfer: [port2] }
    // Not awaited: without it the first request names its own deadline.
    this.#place.host.call('joinKernel', { port: port2 }, options).catch(ignore)
  }

  stop(): void {
    this.#stopProcesses()
    this.#processes = never()
    this.#broker?.close()
    this.#side.close()
  }

  #answers(): Answers<KernelOffer['calls']> {
    return {
      boot: () => {
        throw new FailureError(createFailure('next', 'bad-input', 'It is booted by its engine.'))
      },
      write: ({ changes }) => this.#write(changes),
      load: ({ files }) => this.#load(files),
      refresh: () => {
        this.#socket.refreshPages()
        return null
      },
      build: () => {
        throw onlyDevelopment()
      },
      errors: () => this.#socket.errors(),
      pageMessage: ({ message }) => {
        this.#socket.takeFromPage(message)
        return null
      },
      ping: () => null,
    }
  }

  async #answer(request: WireRequest): Promise<WireResponse> {
    const { ask } = await this.#processes
    if (getHeader(request.headers, 'accept')?.includes('text/html')) this.#socket.documentAsked()
    const response = await ask(request)
    const { headers, body } = response
    const isHtml = /^text\/html\b/i.test(getHeader(headers, 'content-type') ?? '')
    if (!isHtml || body === null || request.method === 'HEAD') return response
    const nonce = findNonce(getHeader(headers, 'content-security-policy'))
    const tag = `<script src="${PAGE_CLIENT}"${nonce === null ? '' : ` nonce="${nonce}"`}></script>`
    return {
      ...response,
      headers: withoutHeader(headers, 'content-length'),
      body: injectGuest(body, tag),
    }
  }

  #askBroker(request: WireRequest): Promise<WireResponse> {
    if (!this.#broker)
      throw new FailureError(createFailure('broker', 'not-running', 'There is no broker yet.'))
    return askOver(this.#broker, request)
  }

  async #write(changes: FileChanges) {
    const start = performance.now()
    const open = this.#open ?? notBooted()
    const built = this.#socket.waitForBuild()
    await this.#put(open, applyChanges(open.written, changes))
    if (Object.hasOwn(changes, MANIFEST)) this.#installAdded(open)
    const errors = await built
    return { version: ++this.#version, errors, ms: performance.now() - start }
  }

  async #load(files: Files) {
    return this.#write(changesBetween((this.#open ?? notBooted()).written, files))
  }

  /** Not awaited by the write: it takes as long as the registry takes, and the terminal shows it. */
  #installAdded(open: OpenRoom): void {
    if (addedPackages(open.written[MANIFEST], open.snapshot).length === 0) return
    this.#processes
      .then(({ install }) => install())
      .then(
        (message) => this.#socket.setInstallError(message),
        ignore, // The processes are gone; who ended them has said so.
      )
  }

  async #put(open: OpenRoom, files: Files): Promise<void> {
    const changes = changesBetween(open.written, files)
    open.written = files
    const own = changesBelow('', changes)
    const manifest = Object.hasOwn(own, MANIFEST) || Object.keys(open.written).length === 0
    await writeChanges(open.container.fs, {
      ...own,
      ...(manifest && { [MANIFEST]: containerManifest(files[MANIFEST], open.snapshot) }),
    })
  }
}

function onlyDevelopment(): FailureError {
  const message = 'A production build runs in the own engine; here it is next dev.'
  return new FailureError(createFailure('next', 'engine-unavailable', message))
}

function notBooted(): never {
  throw new FailureError(createFailure('next', 'not-running', 'Next.js is not running.'))
}

function never(): Promise<never> {
  return new Promise(() => undefined)
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function ignore(): undefined {}
