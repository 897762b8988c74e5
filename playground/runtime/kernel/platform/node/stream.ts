// node:stream in the kernel worker: the npm `readable-stream` package, and the two ways between Node and web streams
// that it lacks, both with back-pressure.
import streamModule from 'readable-stream/lib/ours/browser.js'
import type { NodeReadable } from 'readable-stream/lib/ours/browser.js'
import { Buffer } from './buffer.ts'

const encoder = new TextEncoder()

function toBytes(chunk: unknown): Uint8Array<ArrayBufferLike> {
  if (typeof chunk === 'string') return encoder.encode(chunk)
  if (chunk instanceof Uint8Array) return new Uint8Array(chunk)
  throw new TypeError(`A stream gave a chunk of type ${typeof chunk}, not bytes or text.`)
}

/** Reads the Node stream only while the web stream's reader asks. */
export function toWebStream(stream: NodeReadable): ReadableStream<Uint8Array> {
  let isOpen = true
  return new ReadableStream<Uint8Array>({
    start(controller) {
      stream.on('data', (chunk) => {
        if (!isOpen) return
        controller.enqueue(toBytes(chunk))
        if ((controller.desiredSize ?? 0) <= 0) stream.pause()
      })
      stream.on('end', () => {
        if (isOpen) controller.close()
        isOpen = false
      })
      stream.on('error', (cause) => {
        if (isOpen) controller.error(cause)
        isOpen = false
      })
      // Listening for data starts the flow; nobody has asked yet.
      stream.pause()
    },
    pull() {
      stream.resume()
    },
    cancel(reason) {
      isOpen = false
      // A reader that only left is no error of the stream's: as one, React would print it for every page that is left.
      stream.destroy(hasLeft(reason) ? undefined : reason)
    },
  })
}

/** The web's name for it, and Next's. */
function hasLeft(reason: unknown): boolean {
  return reason instanceof Error && /^(AbortError|ResponseAborted)$/.test(reason.name)
}

/** Reads the web stream one chunk per request of the Node stream. */
export function fromWebStream(stream: ReadableStream<Uint8Array>): NodeReadable {
  const reader = stream.getReader()
  return new streamModule.Readable({
    read() {
      reader.read().then(
        ({ done, value }) => this.push(done ? null : Buffer.from(value)),
        (cause: unknown) => this.destroy(cause),
      )
    },
    destroy(cause, done) {
      reader.cancel(cause).then(
        () => done(cause),
        () => done(cause),
      )
    },
  })
}

streamModule.Readable.toWeb = toWebStream
streamModule.Readable.fromWeb = fromWebStream

export { streamModule }
