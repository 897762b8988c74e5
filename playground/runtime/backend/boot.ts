// Starts Python in this worker: Pyodide, the first archive, the framework, then the object that runs the learner's app.
// Everything is on the way at once. It serves nothing: backend.ts does.
import type { PyodideInterface } from 'pyodide'
import type { StageTimings } from '../wire/message.ts'
import type { AssetSource } from './assets.ts'
import { createEventLoop, type EventLoop } from './event-loop.ts'
import {
  ARCHIVE,
  libraryPaths,
  loadFresh,
  loadFromSnapshot,
  startLoading,
  type Interpreter,
  type InterpreterSource,
} from './interpreter.ts'
import type {
  Argon2,
  Argon2Costs,
  PythonBackend,
  PythonEntry,
  PythonEvents,
} from './python-objects.ts'
import { installRunawayGuard, type RunawayGuard } from './runaway-guard.ts'
import type { SnapshotStore } from './snapshot-store.ts'

/** Where the learner's files lie: the working directory and the first entry of sys.path. */
export const WORKSPACE_ROOT = '/workspace/backend'

interface Argon2Module {
  computeTag(password: Uint8Array, salt: Uint8Array, costs: Argon2Costs): Uint8Array
}
export interface PythonProcess {
  readonly pyodide: PyodideInterface
  readonly backend: PythonBackend
  readonly loop: EventLoop
  readonly timings: StageTimings
  /** True when Python came out of the snapshot of an earlier visit. */
  readonly restored: boolean
}

export interface BootOptions {
  readonly assets: AssetSource
  /** null where snapshots are not used. */
  readonly snapshots: SnapshotStore | null
  readonly outside: PythonEvents
  readonly environment: Readonly<Record<string, string>>
  /** Milliseconds that Python may hold the worker in one turn. */
  readonly turnLimit: number
}

export async function bootPython(options: BootOptions): Promise<PythonProcess> {
  const { assets, outside, environment, turnLimit } = options
  const lap = createLaps()
  const manifest = await assets.manifest()
  const argon2Module: Promise<Argon2Module> = import(
    /* @vite-ignore */ assets.address(manifest.argon2)
  )
  // Awaited below; until then a failure is nobody's yet.
  argon2Module.catch(() => undefined)
  const { pyodide, restored } = await loadAnyhow({ assets, manifest }, options.snapshots)
  lap(restored ? 'snapshot' : 'pyodide')
  const guard = installRunawayGuard(pyodide, turnLimit)
  const entry: PythonEntry = pyodide.pyimport('both_ends.entry')
  if (restored) entry.after_restore()
  else entry.prepare(JSON.stringify(libraryPaths(manifest)))
  entry.find_late(() =>
    // An import of something rare: worth a wait, and not worth 28 MB for everybody.
    guard.uncounted(() => pyodide.FS.writeFile(ARCHIVE, assets.bytesNow(manifest.all))),
  )
  entry.import_framework()
  lap('framework')
  entry.use_argon2(countedOut(await argon2Module, guard))
  pyodide.FS.mkdirTree(WORKSPACE_ROOT)
  const backend = entry.start(
    { ...outside, is_overdue: guard.isOverdue, uncounted: guard.uncounted },
    WORKSPACE_ROOT,
    JSON.stringify(environment),
    turnLimit / 1000,
  )
  lap('start')
  guard.start()
  const loop = createEventLoop(() => backend.turn())
  return { pyodide, backend, loop, timings: lap.all, restored }
}

async function loadAnyhow(
  source: InterpreterSource,
  snapshots: SnapshotStore | null,
): Promise<Interpreter & { readonly restored: boolean }> {
  // The picture of an earlier visit is large: it is read while the scripts come.
  const started = startLoading(source)
  // Unreadable is as good as not there.
  const snapshot = await snapshots?.read(source.manifest.version).catch(() => null)
  if (snapshot) {
    try {
      return { ...(await loadFromSnapshot(started, snapshot)), restored: true }
    } catch (cause) {
      // Another browser version, for one: a fresh start is always right, and the picture is made anew.
      console.debug('The snapshot of Python does not fit here.', cause)
      await snapshots?.remove().catch(() => undefined)
      return { ...(await loadFresh(startLoading(source))), restored: false }
    }
  }
  return { ...(await loadFresh(started)), restored: false }
}

/** A password hash takes half a second on purpose: that is not the learner's loop. */
function countedOut({ computeTag }: Argon2Module, guard: RunawayGuard): Argon2 {
  return (password, salt, costsJson) => {
    const costs: Argon2Costs = JSON.parse(costsJson)
    return guard.uncounted(() => computeTag(password.toJs(), salt.toJs(), costs))
  }
}

interface Laps {
  (name: string): void
  readonly all: Record<string, number>
}

function createLaps(): Laps {
  let last = performance.now()
  const all: Record<string, number> = {}
  const lap = (name: string) => {
    const now = performance.now()
    all[name] = Math.round(now - last)
    last = now
  }
  return Object.assign(lap, { all })
}
