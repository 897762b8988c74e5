// `next dev` over the files of a step. A route handler of ours, written last, says when Next has seen them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { nextProgram } from '../../built-apps.ts'
import { askOverSocket } from '../../http-client.ts'
import type { Files } from '../../../../playground/runtime/wire/files.ts'
import { HOSTS } from '../../kept-cookies.ts'
import { startServer, type ServerProcess } from '../../server-process.ts'

const MARK = 'app/laid-by-parity/route.ts'
const SEEN_MS = 60_000

export interface RealFrontend {
  /** Ends the server, and begins again. */
  restart(): Promise<void>
  /** Resolves when every file that was written before is seen. */
  seeFiles(): Promise<void>
  stop(): Promise<void>
}

export interface FrontendOptions {
  /** The workspace's, with `frontend/` in it. */
  readonly folder: string
  readonly port: number
  /** Where it finds FastAPI. */
  readonly apiPort: number
}

/**
 * What `next dev` reads once: its settings, and what lies beside them. And a page that went away: until a restart, 16.4.5
 * tells every page that it is missing, and now and then one loads anew at that, in the middle of a check (1 Dec 2026).
 */
export function wantsRestart(path: string, content: Files[string] | null): boolean {
  const isRemovedRoute = content === null && path.startsWith('frontend/app/')
  return isRemovedRoute || /^frontend\/[\w.-]+$/.test(path)
}

/** Nothing is started yet. */
export function createRealFrontend({ folder, port, apiPort }: FrontendOptions): RealFrontend {
  const cwd = join(folder, 'frontend')
  let server: ServerProcess | null = null
  let turn = 0
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
    async seeFiles() {
      turn += 1
      const mark = join(cwd, MARK)
      mkdirSync(dirname(mark), { recursive: true })
      writeFileSync(mark, `export function GET() {\n  return new Response('${turn}')\n}\n`)
      await waitForMark(port, turn)
    },
  }
}

async function waitForMark(port: number, turn: number): Promise<void> {
  const deadline = Date.now() + SEEN_MS
  const ask = { host: 'frontend', path: '/laid-by-parity' } as const
  while (Date.now() < deadline) {
    const { body } = await askOverSocket(port, HOSTS.frontend, ask)
    if (body === String(turn)) return
    await sleep(50)
  }
  throw new Error(`next dev has not seen the files of turn ${turn} within ${SEEN_MS} ms.`)
}
