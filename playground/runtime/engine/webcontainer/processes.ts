// The two processes of the container that the engine keeps: the relay and `next dev`. Starts them, tells when one ends by
// itself, and installs what the learner adds. Runs on the site's page.
import type { WebContainerProcess } from '@webcontainer/api'
import { createFailure, FailureError } from '../../wire/failure.ts'
import type { ConsoleLine } from '../../wire/console-line.ts'
import { NEXT_ORIGIN } from '../../wire/message.ts'
import {
  createWireRequest,
  readBody,
  type WireRequest,
  type WireResponse,
} from '../../wire/request-port.ts'
import { FRONTEND_ENVIRONMENT } from '../parts/part-ports.ts'
import type { StageBoard } from '../parts/stage-board.ts'
import { readOutput, type OpenRoom } from './container-room.ts'
import { createFrameReader, formatFrame, type Frame, type SocketFrame } from './frames.ts'
import { createRelayLink, type RelayLink } from './relay-link.ts'

/** Only the relay knows it; the app's own hosts are the relay's. */
const NEXT_PORT = '3001'
const RELAY_PORTS = ['3000', '8000']
const SCRIPTS = '.both-ends'
const READY = /\bReady in\b/

export interface ProcessesOptions {
  readonly open: OpenRoom
  readonly stages: StageBoard
  print(text: string): void
  onLine(line: ConsoleLine): void
  onSocketFrame(frame: SocketFrame): void
  onLost(message: string): void
  answer(request: WireRequest): Promise<WireResponse>
}

export interface Processes {
  ask(request: WireRequest): Promise<WireResponse>
  send(frame: SocketFrame): void
  /** `npm install` of what package.json names, then Next anew. Answers with what went wrong, or null. */
  install(): Promise<string | null>
  /** Resolves when they have ended: their ports are free then. */
  stop(): Promise<unknown>
}

export async function startProcesses(options: ProcessesOptions): Promise<Processes> {
  const { stages, onLost } = options
  let isOver = false
  const lose = (message: string) => {
    if (isOver) return
    isOver = true
    onLost(message)
  }
  const relay = await stages.run('relay', () => startRelay(options, lose))
  let next = await stages
    .run('next', () => startNext(options, lose))
    .catch((cause: unknown) => {
      isOver = true
      void relay.stop()
      throw cause
    })
  const stop = () => {
    isOver = true
    return Promise.all([relay.stop(), next.stop()])
  }
  await stages
    .run('client', () => compileClient(relay.link))
    .catch((cause: unknown) => {
      void stop()
      throw cause
    })
  let installing: Promise<string | null> | null = null
  const installOnce = async (): Promise<string | null> => {
    const code = await runNpm(options)
    if (isOver) return null
    if (code !== 0) return `npm install ended with code ${String(code)}: the terminal shows why.`
    await next.stop()
    next = await startNext(options, lose)
    if (isOver) await next.stop() // It was stopped while this one started.
    return null
  }
  return {
    ask: async (request) => {
      // `next dev` is about to be started anew: this request is for the new one.
      await installing?.catch(() => undefined)
      return relay.link.ask(request)
    },
    send: relay.send,
    install() {
      installing ??= installOnce().finally(() => (installing = null))
      return installing
    },
    stop,
  }
}

/** Of no page, so nothing of the learner's answers but a layout: what is compiled for it is what every page needs. */
const NO_PAGE = `${NEXT_ORIGIN}/__both-ends-no-page`

/** Compiled by a request, it would run into the deadlines of that request. */
async function compileClient({ ask }: RelayLink): Promise<void> {
  const { body } = await ask(
    createWireRequest({ method: 'GET', url: NO_PAGE, headers: [['host', 'localhost:3000']] }),
  )
  await readBody(body)
}

interface Relay {
  readonly link: RelayLink
  send(frame: SocketFrame): void
  stop(): Promise<unknown>
}

async function startRelay(
  { open: { container }, onLine, onSocketFrame, answer }: ProcessesOptions,
  onLost: (message: string) => void,
): Promise<Relay> {
  const script = `${SCRIPTS}/relay.cjs`
  const process = await container.spawn('node', [script, NEXT_PORT, ...RELAY_PORTS])
  const input = process.input.getWriter()
  const send = (frame: Frame) => {
    // A relay that is gone has told so by its exit.
    input.write(formatFrame(frame)).catch(() => undefined)
  }
  const link = createRelayLink({ send, answer })
  const ready = createSignal()
  const onFrame = (frame: Frame) => {
    if (frame.type === 'ready') ready.resolve()
    else if (isSocketFrame(frame)) onSocketFrame(frame)
    else link.take(frame)
  }
  const read = createFrameReader(onFrame, (text) => text !== '' && onLine(toLine(text, 'warn')))
  readOutput(process, read)
  void process.exit.then((code) => {
    const message = `The relay in the container ended with code ${String(code)}.`
    link.close(message)
    ready.reject(ended('relay', message))
    onLost(message)
  })
  await ready.promise
  return { link, send, stop: () => end(process) }
}

function isSocketFrame(frame: Frame): frame is SocketFrame {
  return ['socket', 'say', 'said', 'socket-end'].includes(frame.type)
}

interface Next {
  stop(): Promise<unknown>
}

async function startNext(
  { open: { container }, print, onLine }: ProcessesOptions,
  onLost: (message: string) => void,
): Promise<Next> {
  const command = ['node_modules/next/dist/bin/next', 'dev', '--webpack', '--port', NEXT_PORT]
  const process: WebContainerProcess = await container.spawn('node', command, {
    env: {
      ...FRONTEND_ENVIRONMENT,
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_OPTIONS: `--require=${container.workdir}/${SCRIPTS}/trace-fetch.cjs`,
      // Next's own switches for its WebAssembly compiler: it looks for it there, and takes it although a native one could be.
      NEXT_TEST_WASM: '1',
      NEXT_TEST_WASM_DIR: `${container.workdir}/node_modules/@next/swc-wasm-nodejs`,
    },
  })
  const ready = createSignal()
  let isStopped = false
  const readLines = createFrameReader(
    () => undefined,
    (text) => {
      const plain = withoutColours(text).trim()
      if (READY.test(plain)) ready.resolve()
      if (plain !== '') onLine(toLine(plain, levelOf(plain)))
    },
  )
  readOutput(process, (text) => {
    print(text)
    readLines(text)
  })
  void process.exit.then((code) => {
    if (isStopped) return
    const message = `next dev ended with code ${String(code)}.`
    ready.reject(ended('next', message))
    onLost(message)
  })
  await ready.promise
  return {
    stop() {
      isStopped = true
      return end(process)
    },
  }
}

/** What is started in its place wants the same port. */
function end(process: WebContainerProcess): Promise<unknown> {
  process.kill()
  return process.exit
}

async function runNpm({ open: { container }, print }: ProcessesOptions): Promise<number> {
  const flags = ['--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline']
  print(`\r\n$ npm install\r\n`)
  const process = await container.spawn('npm', ['install', ...flags])
  readOutput(process, print)
  return process.exit
}

function ended(stage: string, message: string): FailureError {
  return new FailureError(createFailure(stage, 'worker-died', message))
}

function toLine(text: string, level: ConsoleLine['level']): ConsoleLine {
  return { source: 'next', level, text, time: Date.now(), place: null }
}

/** By the marks that `next dev` puts in front. */
function levelOf(text: string): ConsoleLine['level'] {
  if (text.startsWith('⨯')) return 'error'
  return text.startsWith('⚠') ? 'warn' : 'log'
}

function withoutColours(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '')
}

interface Signal {
  readonly promise: Promise<void>
  resolve(): void
  reject(cause: unknown): void
}

function createSignal(): Signal {
  let resolve = () => {}
  let reject: Signal['reject'] = () => {}
  const promise = new Promise<void>((onDone, onCause) => {
    resolve = onDone
    reject = onCause
  })
  promise.catch(() => undefined) // Who waits hears of it.
  return { promise, resolve: () => resolve(), reject: (cause) => reject(cause) }
}
