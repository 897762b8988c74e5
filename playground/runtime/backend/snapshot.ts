// A picture of Python's memory after the framework was imported, so that a return visit need not import it again
// (python.md, section 1d). Pyodide makes and restores the heap; this adds what it leaves out: shared libraries, at the
// addresses where they lay. Runs in the backend worker, in Chromium; the hooks are tools/wheel-lock/patch-asm.mjs.
export interface Snapshot {
  /** The manifest's: archives, Pyodide and picture belong together. */
  readonly version: string
  readonly heapLength: number
  readonly tableLength: number
  readonly libraries: readonly LoadedLibrary[]
  readonly bytes: Uint8Array
}

interface LoadedLibrary {
  readonly name: string
  readonly memoryBase: number
  readonly tableBase: number
  /** What dlopen gave out for it. */
  readonly handles: readonly number[]
  readonly aliases: readonly string[]
}

interface LinkedLibrary {
  refcount: number
  global: boolean
  exports: unknown
  name: string
}

/** Parts of the Emscripten module that are nobody's interface: a new Pyodide may lack them, and the tests say so. */
export interface PythonModule {
  readonly HEAP8: Int8Array
  readonly HEAP32: Int32Array
  readonly wasmTable: WebAssembly.Table
  readonly LDSO: {
    readonly loadedLibsByName: Record<string, LinkedLibrary>
    readonly loadedLibsByHandle: Record<number, LinkedLibrary>
  }
  readonly API: { restoreSnapshot(bytes: Uint8Array): unknown }
  growMemory(bytes: number): void
  newDSO(name: string, handle: undefined, state: 'loading'): LinkedLibrary
  loadWebAssemblyModule(
    module: WebAssembly.Module,
    flags: object,
    name: string,
    scope: object,
  ): unknown
  compiledLibraries?: ReadonlyMap<string, WebAssembly.Module>
  recordLibrary?: (name: string, memoryBase: number, tableBase: number) => void
  replayLibrary?: ((name: string, tableBase: number) => number) | undefined
  trampoline?: { readonly cell: number; readonly pointer: number }
}

/** An engine with wasm GC uses one table slot more at start; from here on the libraries lie alike everywhere. */
const LIBRARY_TABLE_BASE = 14200
const PAGE_BYTES = 64 * 1024

export type LibraryRecords = Map<string, Pick<LoadedLibrary, 'memoryBase' | 'tableBase'>>

/** Call when Pyodide has started and before the first library loads. */
export function recordLibraries(module: PythonModule): LibraryRecords {
  const records: LibraryRecords = new Map()
  padTable(module)
  module.recordLibrary = (name, memoryBase, tableBase) => {
    records.set(name, { memoryBase, tableBase })
  }
  return records
}

/** `pyodide` was loaded with `_makeSnapshot`; nothing in Python may hold a JavaScript object. */
export function takeSnapshot(
  pyodide: { makeMemorySnapshot(): Uint8Array },
  module: PythonModule,
  records: LibraryRecords,
  version: string,
): Snapshot {
  const { loadedLibsByHandle, loadedLibsByName } = module.LDSO
  const libraries = [...records].map(([name, bases]) => ({
    name,
    ...bases,
    handles: Object.entries(loadedLibsByHandle)
      .filter(([handle, library]) => Number(handle) !== 0 && library.name === name)
      .map(([handle]) => Number(handle)),
    aliases: Object.entries(loadedLibsByName)
      .filter(([, library]) => library.name === name)
      .map(([alias]) => alias),
  }))
  const bytes = withoutZeroTail(pyodide.makeMemorySnapshot())
  const { HEAP8, wasmTable } = module
  return { version, heapLength: HEAP8.length, tableLength: wasmTable.length, libraries, bytes }
}

/** Call between the module's creation and Pyodide's own restore, which then copies the heap. */
export function prepareRestore(module: PythonModule, snapshot: Snapshot): void {
  if (module.HEAP8.length < snapshot.heapLength) module.growMemory(snapshot.heapLength)
  padTable(module)
  for (const library of snapshot.libraries) linkAgain(module, library)
  const missing = snapshot.tableLength - module.wasmTable.length
  if (missing > 0) module.wasmTable.grow(missing)
  keepTrampoline(module)
}

function linkAgain(module: PythonModule, library: LoadedLibrary): void {
  const compiled = module.compiledLibraries?.get(library.name)
  if (!compiled) throw new Error(`The library ${library.name} of the snapshot is not here.`)
  module.replayLibrary = (name, tableBase) => {
    if (name === library.name && tableBase === library.tableBase) return library.memoryBase
    throw new Error(`${name} would lie at ${tableBase}, the snapshot has ${library.tableBase}.`)
  }
  const linked = module.newDSO(library.name, undefined, 'loading')
  linked.refcount = Infinity
  linked.global = false
  linked.exports = module.loadWebAssemblyModule(compiled, {}, library.name, {})
  for (const handle of library.handles) module.LDSO.loadedLibsByHandle[handle] = linked
  for (const alias of library.aliases) module.LDSO.loadedLibsByName[alias] = linked
  module.replayLibrary = undefined
}

/** The heap holds a pointer to the call trampoline of the browser that made it; this browser's goes back in. */
function keepTrampoline(module: PythonModule): void {
  const { trampoline, API } = module
  const restore = API.restoreSnapshot
  API.restoreSnapshot = (bytes) => {
    const result = restore(bytes)
    if (trampoline) module.HEAP32[trampoline.cell] = trampoline.pointer
    return result
  }
}

function padTable({ wasmTable }: PythonModule): void {
  const missing = LIBRARY_TABLE_BASE - wasmTable.length
  if (missing < 0) throw new Error(`The function table begins with ${wasmTable.length} entries.`)
  wasmTable.grow(missing)
}

/** Cut at a page of WebAssembly memory. */
function withoutZeroTail(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  return bytes.slice(0, Math.ceil(end / PAGE_BYTES) * PAGE_BYTES)
}
