// A workspace on this machine's own servers: its files in a folder below build/, `next dev` and uvicorn over them. The
// solutions of one example are laid over it one after the other, as a learner's work is.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { TypeProblem } from '../../../../playground/lessons/checks/check-tools.ts'
import { diffFiles } from '../../../../playground/runtime/workspace/overlay.ts'
import type { Files } from '../../../../playground/runtime/wire/files.ts'
import type { Exchange } from '../../../../playground/runtime/wire/hop.ts'
import { ROOT } from '../../../../tools/build/build-if-changed.mjs'
import { findFreePort } from '../../../../tools/serve/free-port.mjs'
import type { Answer, Ask } from '../../exchange.ts'
import { askOverSocket } from '../../http-client.ts'
import { HOSTS } from '../../kept-cookies.ts'
import { createRealBackend, type RealBackend } from './backend.ts'
import { createRealFrontend, wantsRestart, type RealFrontend } from './frontend.ts'
import { startTap } from './tap.ts'
import { readRealTypes } from './types.ts'
import { createWire } from './wire.ts'

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

/** Nothing of the app runs before the first files are laid. */
export async function openRealWorkspace(base: string): Promise<RealWorkspace> {
  const folder = join(ROOT, 'build', 'parity', 'lessons', base)
  rmSync(folder, { recursive: true, force: true })
  const wire = createWire()
  const own = { frontend: await findFreePort(), backend: await findFreePort() }
  const next = await startTap({ to: 'next', port: own.frontend, wire })
  const fastapi = await startTap({ to: 'fastapi', port: own.backend, wire })
  const ports = { frontend: next.port, backend: fastapi.port }
  const backend = createRealBackend(folder, own.backend)
  const frontend = createRealFrontend({ folder, port: own.frontend, apiPort: ports.backend })
  return {
    ports,
    lay: createLaying(folder, { frontend, backend }),
    resetDatabase: backend.resetDatabase,
    query: backend.query,
    trace: wire.trace,
    types: (path, text) => readRealTypes(folder, path, text),
    ask: (ask) => askOverSocket(ports[ask.host], HOSTS[ask.host], ask),
    async stop() {
      await Promise.all([frontend.stop(), backend.stop()])
      await Promise.all([next.stop(), fastapi.stop()])
    },
  }
}

interface Ends {
  readonly frontend: RealFrontend
  readonly backend: RealBackend
}

function createLaying(folder: string, { frontend, backend }: Ends): RealWorkspace['lay'] {
  let laid: Files = {}
  return async (files, { restart }) => {
    const changes = diffFiles(laid, files)
    laid = files
    for (const [path, content] of Object.entries(changes))
      writeOrRemove(join(folder, path), content)
    const paths = Object.keys(changes)
    const isNewPython = restart || paths.some((path) => path.startsWith('backend/'))
    const beginNext = async () => {
      const isNewNext = Object.entries(changes).some(([path, to]) => wantsRestart(path, to))
      if (isNewNext) await frontend.restart()
      await frontend.seeFiles()
    }
    await Promise.all([isNewPython ? backend.restart() : backend.resetDatabase(), beginNext()])
  }
}

function writeOrRemove(file: string, content: string | Uint8Array | null): void {
  if (content === null) return rmSync(file, { force: true })
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
