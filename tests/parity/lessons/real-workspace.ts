// A workspace on this machine's own servers: its files in a folder below build/, `next dev` and uvicorn over them. The
// solutions of one example are laid over it one after the other, as a learner's work is.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TypeProblem } from '../../../playground/lessons/checks/check-tools.ts'
import { diffFiles } from '../../../playground/runtime/workspace/overlay.ts'
import type { Files } from '../../../playground/runtime/wire/files.ts'
import type { Exchange } from '../../../playground/runtime/wire/hop.ts'
import { ROOT } from '../../../tools/build/build-if-changed.mjs'
import { findFreePort } from '../../../tools/serve/free-port.mjs'
import { nextProgram } from '../built-apps.ts'
import type { Answer, Ask } from '../exchange.ts'
import { askOverSocket } from '../http-client.ts'
import { HOSTS } from '../kept-cookies.ts'
import { startServer, type ServerProcess } from '../server-process.ts'
import { createRealBackend, type RealBackend } from './real-backend.ts'
import { readRealTypes } from './real-types.ts'
import { startTap, type Tap } from './tap.ts'
import { createWire } from './wire.ts'

/** Written last, and asked for until it answers as written: then Next has seen what was written before it. */
const MARK = 'frontend/app/laid-by-parity/route.ts'
const SEEN_MS = 60_000

export interface RealWorkspace extends Pick<RealBackend, 'resetDatabase' | 'query'> {
  /** Ports of the taps, for a browser. */
  readonly ports: { readonly frontend: number; readonly backend: number }
  /** Replaces the files; the database begins anew. `restart`: Python, too, knows nothing of what was before. */
  lay(files: Files, options: { readonly restart: boolean }): Promise<void>
  ask(ask: Ask): Promise<Answer>
  types(path: string, text?: string): readonly TypeProblem[]
  trace(): readonly Exchange[]
  stop(): Promise<void>
}

export async function startRealWorkspace(base: string, first: Files): Promise<RealWorkspace> {
  const folder = join(ROOT, 'build', 'parity', 'lessons', base)
  rmSync(folder, { recursive: true, force: true })
  const wire = createWire()
  const own = { frontend: await findFreePort(), backend: await findFreePort() }
  const [next, fastapi] = [
    await startTap({ to: 'next', port: own.frontend, wire }),
    await startTap({ to: 'fastapi', port: own.backend, wire }),
  ]
  const backend = createRealBackend(folder, own.backend)
  const frontend = createFrontend(join(folder, 'frontend'), own.frontend, fastapi)
  const ports = { frontend: next.port, backend: fastapi.port }
  let laid: Files = {}
  let turn = 0

  const lay: RealWorkspace['lay'] = async (files, { restart }) => {
    turn += 1
    const changes = diffFiles(laid, files)
    laid = files
    const paths = Object.keys(changes)
    for (const [path, content] of Object.entries(changes))
      writeOrRemove(join(folder, path), content)
    const python = restart || paths.some((path) => path.startsWith('backend/'))
    writeOrRemove(join(folder, MARK), markOf(turn))
    const beginNext = async () => {
      if (paths.some(isReadAtStart)) await frontend.restart()
      await waitForMark(own.frontend, turn)
    }
    await Promise.all([python ? backend.restart() : backend.resetDatabase(), beginNext()])
  }
  const stop = async () => {
    await Promise.all([frontend.stop(), backend.stop()])
    await Promise.all([next.stop(), fastapi.stop()])
  }
  try {
    await lay(first, { restart: true })
  } catch (cause) {
    await stop()
    throw cause
  }
  return {
    ports,
    lay,
    stop,
    resetDatabase: backend.resetDatabase,
    query: backend.query,
    trace: wire.trace,
    types: (path, text) => readRealTypes(folder, path, text),
    ask: (ask) => askOverSocket(ports[ask.host], HOSTS[ask.host], ask),
  }
}

function writeOrRemove(file: string, content: string | Uint8Array | null): void {
  if (content === null) return rmSync(file, { force: true })
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** What `next dev` reads once: its settings, and what lies beside them. */
function isReadAtStart(path: string): boolean {
  return /^frontend\/(\.env|[\w.-]+$)/.test(path)
}

function markOf(turn: number): string {
  return `export function GET() {\n  return new Response('${turn}')\n}\n`
}

async function waitForMark(port: number, turn: number): Promise<void> {
  const deadline = Date.now() + SEEN_MS
  while (Date.now() < deadline) {
    const path = '/laid-by-parity'
    const answer = await askOverSocket(port, HOSTS.frontend, { host: 'frontend', path })
    if (answer.body === String(turn)) return
    await sleep(50)
  }
  throw new Error(`next dev has not seen the files of turn ${turn} within ${SEEN_MS} ms.`)
}

function createFrontend(cwd: string, port: number, { port: apiPort }: Tap) {
  let server: ServerProcess | null = null
  const stop = async () => {
    await server?.stop()
    server = null
  }
  return {
    stop,
    async restart() {
      await stop()
      rmSync(join(cwd, '.next', 'dev', 'lock'), { force: true })
      const args = [nextProgram, 'dev', '--port', String(port), '--hostname', '127.0.0.1']
      server = startServer(process.execPath, args, {
        cwd,
        env: { API_URL: `http://127.0.0.1:${apiPort}`, NEXT_TELEMETRY_DISABLED: '1' },
      })
      await server.answers(`http://127.0.0.1:${port}/icon.svg`)
    },
  }
}
