// An app request as Node's IncomingMessage, for Next's handlers: a readable stream with fields. The body is streamed
// with back-pressure; an abort of the asker destroys it, as a closed socket would.
import { getHeader, type HeaderPairs } from '../../wire/headers.ts'
import type { WireRequest } from '../../wire/request-port.ts'

export interface NodeReadable {
  push(chunk: unknown): boolean
  destroy(cause?: unknown): void
  once(event: string, listener: (value: unknown) => void): void
}

export interface NodeStreamModule {
  readonly Readable: new (options: { read(): void }) => NodeReadable
  readonly Writable: new (options: {
    write(chunk: unknown, encoding: string, done: (cause?: unknown) => void): void
    final(done: (cause?: unknown) => void): void
    destroy(cause: unknown, done: (cause?: unknown) => void): void
  }) => NodeWritable
}

export interface NodeWritable {
  readonly writableEnded: boolean
  once(event: string, listener: (value: unknown) => void): void
  end(chunk?: unknown): void
  destroy(cause?: unknown): void
  emit(event: string, ...values: unknown[]): boolean
}

export interface NodeRequest extends NodeReadable {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | readonly string[]>>
}

declare const Buffer: { from(bytes: ArrayBufferLike, offset: number, length: number): Uint8Array }

export function createNodeRequest(
  stream: NodeStreamModule,
  request: WireRequest,
  url: URL,
): NodeRequest {
  const reader = bodyReader(request.body)
  const readable = new stream.Readable({
    read() {
      reader.read().then(
        (bytes) =>
          readable.push(
            bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
          ),
        (cause: unknown) => readable.destroy(cause),
      )
    },
  })
  const socket = createSocket()
  const node = Object.assign(readable, {
    method: request.method,
    url: url.pathname + url.search,
    headers: nodeHeaders(request.headers, url.host),
    rawHeaders: request.headers.flat(),
    httpVersion: '1.1',
    httpVersionMajor: 1,
    httpVersionMinor: 1,
    complete: true,
    aborted: false,
    socket,
    connection: socket,
  })
  request.signal.addEventListener('abort', () => {
    node.aborted = true
    socket.destroyed = true
    node.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }))
  })
  // A body that nobody reads must not become an uncaught error when it is cut.
  node.once('error', () => undefined)
  return node
}

function createSocket() {
  const nothing = () => undefined
  return {
    remoteAddress: '127.0.0.1',
    encrypted: false,
    destroyed: false,
    destroy: nothing,
    on: nothing,
    once: nothing,
    off: nothing,
    removeListener: nothing,
    setTimeout: nothing,
  }
}

/** Node's rules (http, message.headers): lower case, repeated names joined, Set-Cookie always a list. */
function nodeHeaders(pairs: HeaderPairs, host: string): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of pairs) {
    const key = name.toLowerCase()
    const before = headers[key]
    if (key === 'set-cookie') headers[key] = [...(Array.isArray(before) ? before : []), value]
    else if (typeof before === 'string')
      headers[key] = `${before}${key === 'cookie' ? '; ' : ', '}${value}`
    else headers[key] = value
  }
  headers['host'] ??= getHeader(pairs, 'host') ?? host
  return headers
}

interface BodyReader {
  /** null at the end. */
  read(): Promise<Uint8Array | null>
}

function bodyReader(body: WireRequest['body']): BodyReader {
  if (body instanceof Uint8Array || body === null) {
    let rest: Uint8Array | null = body
    return {
      read() {
        const chunk = rest
        rest = null
        return Promise.resolve(chunk)
      },
    }
  }
  const reader = body.getReader()
  return {
    async read() {
      const { done, value } = await reader.read()
      return done ? null : value
    },
  }
}
