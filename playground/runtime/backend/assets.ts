// The files that tools/wheel-lock builds: their names, and the way they come in. Runs in the backend worker.
// It starts every download at once and knows nothing of Python.
import { createFailure, FailureError } from '../wire/failure.ts'
import { fetchAhead } from './fetch-ahead.ts'

/** `PythonManifest` of tools/wheel-lock/write-assets.mjs. All names are relative to the manifest. */
export interface PythonManifest {
  readonly version: string
  readonly lockInfo: Readonly<Record<string, string>>
  readonly pyodideFolder: string
  readonly hot: string
  readonly all: string
  readonly argon2: string
  readonly libraries: Readonly<Record<string, { readonly url: string; readonly file: string }>>
}

/** Where the files come from: HTTP in the browser, the disk in tests. */
export interface AssetSource {
  /** For `import()` and for Pyodide, which loads its own wasm. */
  address(name: string): string
  bytes(name: string): Promise<Uint8Array>
  /** At once, holding the thread: for an import that cannot wait. */
  bytesNow(name: string): Uint8Array
  compile(name: string): Promise<WebAssembly.Module>
  /** Starts what Pyodide will fetch by itself. */
  begin(names: readonly string[]): void
  manifest(): Promise<PythonManifest>
}

/** `base` is absolute and ends in a slash. */
export function createHttpAssets(base: string): AssetSource {
  const address = (name: string) => new URL(name, base).href
  const open = async (name: string, cache: RequestCache = 'default') => {
    const response = await fetch(address(name), { cache }).catch((cause: unknown) => {
      throw missing(name, String(cause))
    })
    if (!response.ok) throw missing(name, `status ${response.status}`)
    return response
  }
  return {
    address,
    bytes: async (name) => new Uint8Array(await (await open(name)).arrayBuffer()),
    bytesNow(name) {
      const request = new XMLHttpRequest()
      request.open('GET', address(name), false)
      request.responseType = 'arraybuffer'
      request.send()
      if (request.status !== 200) throw missing(name, `status ${request.status}`)
      return new Uint8Array(request.response)
    },
    compile: async (name) => WebAssembly.compileStreaming(open(name)),
    begin: (names) => fetchAhead(names.map(address)),
    // Every other name holds a hash; this one must be asked for anew.
    manifest: async () => (await open('manifest.json', 'no-cache')).json(),
  }
}

function missing(name: string, detail: string): FailureError {
  return new FailureError(createFailure('python', 'asset-missing', `${name} did not load.`, detail))
}
