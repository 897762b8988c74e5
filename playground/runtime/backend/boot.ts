// Starts Python in this worker: Pyodide, the first archive, the framework, then the object that runs the learner's app.
// Everything is on the way at once. It serves nothing: backend.ts does.
import type { loadPyodide, PyodideConfig, PyodideInterface } from 'pyodide'
import type { StageTimings } from '../wire/message.ts'
import type { AssetSource, PythonManifest } from './assets.ts'
import { createEventLoop, type EventLoop } from './event-loop.ts'
import type {
  Argon2,
  Argon2Costs,
  PythonBackend,
  PythonEntry,
  PythonEvents,
} from './python-objects.ts'
import { installRunawayGuard, type RunawayGuard } from './runaway-guard.ts'

/** Where the learner's files lie: the working directory and the first entry of sys.path. */
export const WORKSPACE_ROOT = '/workspace/backend'
/** Where the archive is mounted (tools/wheel-lock/archive.py). */
const ARCHIVE = '/lib/python314.zip'
const LIBRARY_FOLDER = '/lib/native'

interface PyodideEntry {
  readonly loadPyodide: typeof loadPyodide
}
interface PyodideGlue {
  readonly default: NonNullable<PyodideConfig['createPyodideModule']>
}
interface Argon2Module {
  computeTag(password: Uint8Array, salt: Uint8Array, costs: Argon2Costs): Uint8Array
}
type EmscriptenModule = Awaited<ReturnType<PyodideGlue['default']>> & {
  compiledLibraries?: ReadonlyMap<string, WebAssembly.Module>
}

export interface PythonProcess {
  readonly pyodide: PyodideInterface
  readonly backend: PythonBackend
  readonly loop: EventLoop
  readonly timings: StageTimings
}

export interface BootOptions {
  readonly assets: AssetSource
  readonly outside: PythonEvents
  readonly environment: Readonly<Record<string, string>>
  /** Milliseconds that Python may hold the worker in one turn. */
  readonly turnLimit: number
}

export async function bootPython({
  assets,
  outside,
  environment,
  turnLimit,
}: BootOptions): Promise<PythonProcess> {
  const lap = createLaps()
  const manifest = await assets.manifest()
  const argon2Module: Promise<Argon2Module> = import(
    /* @vite-ignore */ assets.address(manifest.argon2)
  )
  // Awaited below; until then a failure is nobody's yet.
  argon2Module.catch(() => undefined)
  const pyodide = await loadInterpreter(assets, manifest)
  lap('pyodide')
  const guard = installRunawayGuard(pyodide, turnLimit)
  const entry: PythonEntry = pyodide.pyimport('both_ends.entry')
  entry.prepare(libraryFiles(manifest), () =>
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
  return { pyodide, backend, loop: createEventLoop(() => backend.turn()), timings: lap.all }
}

async function loadInterpreter(
  assets: AssetSource,
  manifest: PythonManifest,
): Promise<PyodideInterface> {
  const folder = assets.address(manifest.pyodideFolder)
  const libraries = compileLibraries(assets, manifest)
  const [entry, glue]: [PyodideEntry, PyodideGlue] = await Promise.all([
    import(/* @vite-ignore */ `${folder}pyodide.mjs`),
    import(/* @vite-ignore */ `${folder}pyodide.asm.mjs`),
  ])
  return entry.loadPyodide({
    indexURL: folder,
    stdLibURL: assets.address(manifest.hot),
    // No package comes from Pyodide's own index.
    lockFileContents: JSON.stringify({ info: manifest.lockInfo, packages: {} }),
    packageBaseUrl: folder,
    // PYDANTIC_DISABLE_PLUGINS saves a scan of every distribution; one hash seed lets a snapshot fit.
    env: { HOME: '/home/pyodide', PYDANTIC_DISABLE_PLUGINS: '__all__', PYTHONHASHSEED: '0' },
    async createPyodideModule(settings) {
      const module: EmscriptenModule = await glue.default(settings)
      module.compiledLibraries = await libraries
      return module
    },
    fsInit: async (FS) => {
      // Python looks for the file before it loads it; what it loads is compiled already (patch-asm.mjs).
      FS.mkdirTree(LIBRARY_FOLDER)
      for (const { file } of Object.values(manifest.libraries))
        FS.writeFile(`${LIBRARY_FOLDER}/${file}`, '')
    },
  })
}

async function compileLibraries(assets: AssetSource, { libraries }: PythonManifest) {
  const compiled = Object.values(libraries).map(
    async ({ url, file }) => [`${LIBRARY_FOLDER}/${file}`, await assets.compile(url)] as const,
  )
  return new Map(await Promise.all(compiled))
}

function libraryFiles({ libraries }: PythonManifest): string {
  const files = Object.entries(libraries).map(([module, { file }]) => [
    module,
    `${LIBRARY_FOLDER}/${file}`,
  ])
  return JSON.stringify(Object.fromEntries(files))
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
