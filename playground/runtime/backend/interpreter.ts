// Loads Pyodide with our archive and shared libraries: fresh, to take a snapshot of, or from one. Runs in the backend
// worker (and in Node, for tests). It imports nothing of FastAPI's: boot.ts does.
import type { loadPyodide, PyodideConfig, PyodideInterface } from 'pyodide'
import type { AssetSource, PythonManifest } from './assets.ts'
import {
  prepareRestore,
  recordLibraries,
  type LibraryRecords,
  type PythonModule,
  type Snapshot,
} from './snapshot.ts'

/** Where the archive is mounted (tools/wheel-lock/archive.py). */
export const ARCHIVE = '/lib/python314.zip'
const LIBRARY_FOLDER = '/lib/native'

interface PyodideEntry {
  readonly loadPyodide: typeof loadPyodide
}

type CreateModule = NonNullable<PyodideConfig['createPyodideModule']>

export interface Interpreter {
  readonly pyodide: PyodideInterface
  readonly module: PythonModule
}

export interface InterpreterSource {
  readonly assets: AssetSource
  readonly manifest: PythonManifest
}

/** What is on its way before it is known whether a snapshot will be used. */
export interface StartedLoading extends InterpreterSource {
  readonly scripts: Promise<readonly [PyodideEntry, { readonly default: CreateModule }]>
  readonly libraries: Promise<ReadonlyMap<string, WebAssembly.Module>>
}

/** For one interpreter: what it starts is handed out once. */
export function startLoading({ assets, manifest }: InterpreterSource): StartedLoading {
  assets.begin([`${manifest.pyodideFolder}pyodide.asm.wasm`, manifest.hot])
  const folder = assets.address(manifest.pyodideFolder)
  const scripts: StartedLoading['scripts'] = Promise.all([
    import(/* @vite-ignore */ `${folder}pyodide.mjs`),
    import(/* @vite-ignore */ `${folder}pyodide.asm.mjs`),
  ])
  const libraries = compileLibraries(assets, manifest)
  // Awaited below; until then a failure is nobody's yet.
  for (const started of [scripts, libraries]) started.catch(() => undefined)
  return { assets, manifest, scripts, libraries }
}

export function loadFresh(started: StartedLoading): Promise<Interpreter> {
  return load(started, {}, () => undefined)
}

export async function loadForSnapshot(
  source: InterpreterSource,
): Promise<Interpreter & { readonly records: LibraryRecords }> {
  const loaded = await load(startLoading(source), { _makeSnapshot: true }, () => undefined)
  return { ...loaded, records: recordLibraries(loaded.module) }
}

/** Rejects when the snapshot does not fit this browser; `loadFresh`, started anew, is then the way. */
export function loadFromSnapshot(
  started: StartedLoading,
  snapshot: Snapshot,
): Promise<Interpreter> {
  return load(started, { _loadSnapshot: snapshot.bytes }, (module) =>
    prepareRestore(module, snapshot),
  )
}

async function load(
  { assets, manifest, scripts, libraries }: StartedLoading,
  options: Pick<PyodideConfig, '_makeSnapshot' | '_loadSnapshot'>,
  onModule: (module: PythonModule) => void,
): Promise<Interpreter> {
  const folder = assets.address(manifest.pyodideFolder)
  const [entry, glue] = await scripts
  let created: PythonModule | null = null
  const pyodide = await entry.loadPyodide({
    ...options,
    indexURL: folder,
    stdLibURL: assets.address(manifest.hot),
    // No package comes from Pyodide's own index.
    lockFileContents: JSON.stringify({ info: manifest.lockInfo, packages: {} }),
    packageBaseUrl: folder,
    // PYDANTIC_DISABLE_PLUGINS saves a scan of every distribution; with one hash seed a snapshot's dicts stay right.
    env: { HOME: '/home/pyodide', PYDANTIC_DISABLE_PLUGINS: '__all__', PYTHONHASHSEED: '0' },
    async createPyodideModule(settings) {
      const made = await glue.default(settings)
      // A cast: PythonModule names what Pyodide's own types leave out.
      const module = made as typeof made & PythonModule
      module.compiledLibraries = await libraries
      onModule(module)
      created = module
      return module
    },
    fsInit: async (FS) => {
      // Python looks for the file before it loads it; what it loads is compiled already (patch-asm.mjs).
      FS.mkdirTree(LIBRARY_FOLDER)
      for (const path of Object.values(libraryPaths(manifest))) FS.writeFile(path, '')
    },
  })
  if (created === null) throw new Error('Pyodide made no module.')
  return { pyodide, module: created }
}

async function compileLibraries(assets: AssetSource, { libraries }: PythonManifest) {
  const compiled = Object.values(libraries).map(
    async ({ url, file }) => [`${LIBRARY_FOLDER}/${file}`, await assets.compile(url)] as const,
  )
  return new Map(await Promise.all(compiled))
}

/** Module name → file inside Pyodide, for both_ends/patches/native_modules.py. */
export function libraryPaths({ libraries }: PythonManifest): Record<string, string> {
  const paths = Object.entries(libraries).map(([module, { file }]) => [
    module,
    `${LIBRARY_FOLDER}/${file}`,
  ])
  return Object.fromEntries(paths)
}
