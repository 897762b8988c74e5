// Node's ServerResponse for Next's handlers, and the wire response it becomes. The head leaves with the first flush,
// chunks follow as they are written, with back-pressure: a reader that stops stops the renderer.
import type { HeaderPair } from '../../wire/headers.ts'
import { NULL_BODY_STATUSES, type WireResponse } from '../../wire/request-port.ts'
import type { NodeRequest, NodeStreamModule, NodeWritable } from './node-request.ts'

type HeaderValue = string | number | readonly string[]

export interface NodeResponse extends NodeWritable {
  statusCode: number
  headersSent: boolean
  getHeader(name: string): unknown
  setHeader(name: string, value: string): unknown
}

export interface ResponsePair {
  readonly node: NodeResponse
  /** Resolves when the head is out; rejects when the response is destroyed before. */
  readonly answered: Promise<WireResponse>
}

export function createNodeResponse(
  stream: NodeStreamModule,
  request: NodeRequest,
  signal: AbortSignal,
): ResponsePair {
  const head = new ResponseHead()
  const body = new BodyPipe()
  const { promise, resolve, reject } = Promise.withResolvers<WireResponse>()
  const flush = () => {
    if (node.headersSent) return
    node.headersSent = true
    const hasBody = !NULL_BODY_STATUSES.has(node.statusCode) && request.method !== 'HEAD'
    if (!hasBody) body.drop()
    resolve({
      status: node.statusCode,
      statusText: node.statusMessage,
      headers: head.pairs(),
      body: hasBody ? body.stream : null,
    })
  }
  const writable = new stream.Writable({
    write(chunk, _encoding, done) {
      flush()
      // As Node's response does it: what nobody reads any more is dropped, and `close` says so, not `error`.
      body.write(toBytes(chunk)).then(
        () => done(),
        () => {
          onGone()
          done()
        },
      )
    },
    final(done) {
      flush()
      body.end()
      done()
    },
    destroy(cause, done) {
      body.fail(cause)
      if (!node.headersSent) reject(cause ?? new Error('The response was closed before it began.'))
      done(cause)
    },
  })
  const node = Object.assign(writable, head.methods(), {
    statusCode: 200,
    statusMessage: '',
    headersSent: false,
    req: request,
    flushHeaders: flush,
    flush: () => undefined,
    writeContinue: () => undefined,
    assignSocket: () => undefined,
    writeHead(status: number, ...rest: unknown[]) {
      node.statusCode = status
      const given = rest.at(-1)
      if (typeof given === 'object' && given !== null) head.setAll(given)
      return node
    },
  })
  // Whoever reads the body is told; nobody else has to listen.
  node.once('error', () => undefined)
  let isGone = false
  const emit = node.emit.bind(node)
  node.emit = (name: string, ...rest: unknown[]) =>
    isGone && name === 'error' ? false : emit(name, ...rest)
  const onGone = () => {
    isGone = true
    node.emit('close')
    node.destroy()
  }
  body.onCancel = onGone
  signal.addEventListener('abort', onGone)
  promise.catch(() => undefined)
  return { node, answered: promise }
}

function toBytes(chunk: unknown): Uint8Array {
  if (typeof chunk === 'string') return new TextEncoder().encode(chunk)
  // Copied: a Buffer may be a view into a pool that is written again.
  return chunk instanceof Uint8Array ? new Uint8Array(chunk) : new Uint8Array()
}

class ResponseHead {
  private readonly headers = new Map<string, HeaderValue>()

  setAll(given: object): void {
    for (const [name, value] of Object.entries(given)) this.headers.set(name.toLowerCase(), value)
  }

  /** Repeated headers stay apart. */
  pairs(): HeaderPair[] {
    return [...this.headers].flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value])
        .filter((one) => one !== undefined)
        .map((one): HeaderPair => [name, String(one)]),
    )
  }

  methods() {
    const { headers } = this
    return {
      setHeader(this: unknown, name: string, value: HeaderValue) {
        headers.set(name.toLowerCase(), value)
        return this
      },
      setHeaders(this: unknown, given: Iterable<[string, HeaderValue]>) {
        for (const [name, value] of given) headers.set(name.toLowerCase(), value)
        return this
      },
      appendHeader(this: unknown, name: string, value: string | string[]) {
        const key = name.toLowerCase()
        const before = headers.get(key)
        headers.set(key, before === undefined ? value : [before, value].flat().map(String))
        return this
      },
      getHeader: (name: string) => headers.get(name.toLowerCase()),
      hasHeader: (name: string) => headers.has(name.toLowerCase()),
      removeHeader: (name: string) => void headers.delete(name.toLowerCase()),
      getHeaders: () => Object.fromEntries(headers),
      getHeaderNames: () => [...headers.keys()],
    }
  }
}

/** Bytes from a Node stream's `write` into a web stream; `write` resolves when the reader wants more. */
class BodyPipe {
  readonly stream: ReadableStream<Uint8Array>
  onCancel: () => void = () => undefined
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null
  private wake: (() => void) | null = null
  private closed = false

  constructor() {
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (this.controller = controller),
        pull: () => this.awaken(),
        cancel: () => {
          this.closed = true
          this.awaken()
          this.onCancel()
        },
      },
      // One chunk ahead: the wire has its own window.
      { highWaterMark: 1 },
    )
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.closed) return
    this.controller?.enqueue(bytes)
    if ((this.controller?.desiredSize ?? 1) > 0) return
    await new Promise<void>((resolve) => (this.wake = resolve))
  }

  end(): void {
    if (this.closed) return
    this.closed = true
    this.controller?.close()
  }

  fail(cause: unknown): void {
    if (this.closed) return
    this.closed = true
    this.controller?.error(cause ?? new Error('The response was cut.'))
    this.awaken()
  }

  /** Nobody will read: writes are swallowed. */
  drop(): void {
    this.closed = true
  }

  private awaken(): void {
    this.wake?.()
    this.wake = null
  }
}
