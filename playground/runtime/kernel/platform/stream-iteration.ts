// `for await` over a web stream, which Next's server does and Safari's streams cannot yet (WebKitGTK 2.50, 30 Nov 2026):
// https://streams.spec.whatwg.org/#rs-asynciterator. Remove it when the oldest browser of ours has it. In the kernel worker.
type Iterated = AsyncIterableIterator<unknown>

/** Reads in order; whoever leaves the loop early cancels the stream. */
export function iterateStream(stream: ReadableStream, { preventCancel = false } = {}): Iterated {
  const reader = stream.getReader()
  const end = { done: true, value: undefined } as const
  return {
    async next() {
      const read = await reader.read()
      if (!read.done) return { done: false, value: read.value }
      reader.releaseLock()
      return end
    },
    async return() {
      const cancelled = preventCancel ? undefined : reader.cancel()
      reader.releaseLock()
      await cancelled
      return end
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

export function completeStreams(prototype: object): void {
  if (Symbol.asyncIterator in prototype) return
  for (const name of ['values', Symbol.asyncIterator])
    Object.defineProperty(prototype, name, {
      configurable: true,
      writable: true,
      value(this: ReadableStream, options?: { preventCancel?: boolean }) {
        return iterateStream(this, options)
      },
    })
}
