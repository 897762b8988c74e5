// Starts downloads that a library will ask for by itself, later: its own `fetch` of the same address then gets the one
// that is under way. Pyodide fetches its wasm and its archive only when its scripts have been read. Runs in a worker.

/** Each is handed out once; after the last, `fetch` is what it was. */
export function fetchAhead(addresses: readonly string[]): void {
  const native = globalThis.fetch
  const waiting = new Map(addresses.map((address) => [address, native(address)]))
  // Who asks for it hears of it.
  for (const download of waiting.values()) download.catch(() => undefined)
  const handOut = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const address = String(input instanceof Request ? input.url : input)
    const download = waiting.get(address)
    if (download === undefined) return native(input, init)
    waiting.delete(address)
    if (waiting.size === 0 && globalThis.fetch === handOut) globalThis.fetch = native
    return download
  }
  globalThis.fetch = handOut
}
