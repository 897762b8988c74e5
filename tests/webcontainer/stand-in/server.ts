// The stand-in's other half, in the test's process: files and processes of one container at a time, over a small local
// server, because the class that a page loads (web-container.ts) can have neither.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyFolder, inside, mountFiles, mountSnapshot } from './mounted.ts'
import { ROOT } from '../../../tools/build/build-if-changed.mjs'
import { createProcesses, mapPorts, type ProcessEvent, type Processes } from './processes.ts'

/** Of this checkout. Not below it: Node and Next would look for packages in the folders above. */
const FOLDER = join(
  tmpdir(),
  `both-ends-container-${createHash('sha256').update(ROOT).digest('hex').slice(0, 8)}`,
  'frontend',
)

/** Of a real container: what the engine's own scripts listen on, and where it puts `next dev`. */
const PORTS = [3000, 8000, 3001]

export interface StandIn {
  readonly origin: string
  readonly host: string
  /** Of the container that runs; throws when none does. */
  processes(): Processes
  /** The learner's folder on this machine. */
  readonly folder: string
  stop(): Promise<void>
}

interface Running {
  readonly processes: Processes
}

export async function startStandIn(): Promise<StandIn> {
  const events = createEvents()
  let running: Running | null = null
  const current = (): Running => {
    if (!running) throw new Error('No container runs.')
    return running
  }
  const tearDown = async () => {
    const ending = running
    running = null
    ending?.processes.endAll()
    events.clear()
  }
  const calls: Readonly<Record<string, (body: Buffer) => unknown>> = {
    async boot() {
      await tearDown()
      await emptyFolder(FOLDER)
      running = { processes: createProcesses(FOLDER, await mapPorts(PORTS), events.tell) }
      return { workdir: FOLDER }
    },
    teardown: tearDown,
    mount: (body) => mountFiles(FOLDER, body),
    'mount-snapshot': (body) => mountSnapshot(FOLDER, JSON.parse(body.toString()).hash),
    spawn: (body) => current().processes.spawn(JSON.parse(body.toString())),
    async input(body) {
      const { process, text } = JSON.parse(body.toString())
      await running?.processes.type(process, text)
    },
    kill: (body) => running?.processes.kill(JSON.parse(body.toString()).process),
    async write(body) {
      const { path, content, base64 } = JSON.parse(body.toString())
      await writeFile(inside(FOLDER, path), base64 ? Buffer.from(content, 'base64') : content)
    },
    mkdir: (body) => mkdir(inside(FOLDER, JSON.parse(body.toString()).path), { recursive: true }),
    rm: (body) =>
      rm(inside(FOLDER, JSON.parse(body.toString()).path), {
        force: true,
        recursive: true,
      }),
  }

  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    const name = String(request.url).slice(1)
    if (name === 'events') return events.give(response)
    answer(request, response, calls[name]).catch((cause: unknown) => {
      response.writeHead(500).end(String(cause))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    host: `127.0.0.1:${String(port)}`,
    processes: () => current().processes,
    folder: FOLDER,
    async stop() {
      await tearDown()
      server.close()
      server.closeAllConnections()
    },
  }
}

/**
 * What happened since the last question, or else what happens next. Whole answers, not one endless one: Chromium left a
 * streamed answer of 18 MB unread until something else woke the page.
 */
function createEvents() {
  let pending: ProcessEvent[] = []
  let waiting: ServerResponse | null = null
  const send = () => {
    if (!waiting || pending.length === 0) return
    const told = pending
    pending = []
    waiting.end(JSON.stringify(told))
    waiting = null
  }
  return {
    tell(event: ProcessEvent) {
      pending.push(event)
      setImmediate(send)
    },
    give(response: ServerResponse) {
      waiting = response
      response.on('close', () => {
        if (waiting === response) waiting = null
      })
      send()
    },
    clear() {
      pending = []
      // Nothing more will come.
      waiting?.end('null')
      waiting = null
    },
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  call: ((body: Buffer) => unknown) | undefined,
): Promise<void> {
  const body = await readWhole(request)
  if (!call) return void response.writeHead(404).end()
  response.end(JSON.stringify((await call(body)) ?? null))
}

async function readWhole(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}
