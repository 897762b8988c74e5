// One HTTP request over one MessagePort: head, chunks both ways with back-pressure, an explicit end, abort.
// Streams are never transferred: WebKit throws DataCloneError (browsers.md, rule 1). Runs anywhere, Node included.
// It knows nothing of cookies, CORS or routing: that is the broker's.
import { createFailure, FailureError, toFailure, type Failure } from './failure.ts'
import type { HeaderPairs } from './headers.ts'

/** What only the service worker knows of a request, for CORS, cookies and the row's label. */
export interface BrowserContext {
  readonly mode: RequestMode
  readonly destination: string
  readonly credentials: RequestCredentials
  readonly redirect: RequestRedirect
  /** Origin of the page that asked, as the learner's app sees it (`http://localhost:3000`). */
  readonly origin: string
  /** True when a person or the automation opened it by address: no initiator. */
  readonly fromAddressBar: boolean
}

export interface RequestHead {
  readonly method: string
  /** Absolute, on a virtual host: `http://localhost:3000/users?page=2`. */
  readonly url: string
  readonly headers: HeaderPairs
  readonly hasBody: boolean
  readonly browser: BrowserContext | null
}

export interface WireRequest {
  readonly method: string
  readonly url: string
  readonly headers: HeaderPairs
  readonly body: ReadableStream<Uint8Array> | Uint8Array | null
  readonly browser: BrowserContext | null
  readonly signal: AbortSignal
}

export interface WireResponse {
  readonly status: number
  readonly statusText: string
  readonly headers: HeaderPairs
  readonly body: ReadableStream<Uint8Array> | null
}

/** Posted on a long-lived port, with the request's own port transferred beside it. */
export interface OpenRequest {
  readonly type: 'request'
  readonly head: RequestHead
}

type AskerFrame =
  | { readonly type: 'request-chunk'; readonly chunk: Uint8Array }
  | { readonly type: 'request-end' }
  | { readonly type: 'response-credit'; readonly chunks: number }
  | { readonly type: 'abort'; readonly reason: string }

type AnswererFrame =
  | {
      readonly type: 'response-head'
      readonly status: number
      readonly statusText: string
      readonly headers: HeaderPairs
      readonly hasBody: boolean
    }
  | { readonly type: 'response-chunk'; readonly chunk: Uint8Array }
  | { readonly type: 'response-end' }
  | { readonly type: 'request-credit'; readonly chunks: number }
  | { readonly type: 'failure'; readonly failure: Failure }

/** Chunks that may be under way before the sender waits for the reader. */
export const WINDOW_CHUNKS = 16
/** Larger chunks are cut, so that a window is bounded in bytes too (16 × 64 KiB = 1 MiB). */
export const CHUNK_LIMIT_BYTES = 64 * 1024

/** A thing that takes messages with transferables: a MessagePort, a Worker, a ServiceWorker's Client. */
export interface MessageTarget {
  postMessage(message: unknown, transfer: Transferable[]): void
}

/** Statuses whose answers carry no body (Fetch standard, "null body status"). */
export const NULL_BODY_STATUSES: ReadonlySet<number> = new Set([101, 103, 204, 205, 304])

/** Opens a request on `target` and resolves with its head; rejects with FailureError or the abort reason. */
export function askOver(target: MessageTarget, request: WireRequest): Promise<WireResponse> {
  const { port1, port2 } = new MessageChannel()
  const { method, url, headers, browser } = request
  const open: OpenRequest = {
    type: 'request',
    head: { method, url, headers, browser, hasBody: request.body !== null },
  }
  const answer = receiveAnswer(port1, request)
  target.postMessage(open, [port2])
  return answer
}

function receiveAnswer(port: MessagePort, request: WireRequest): Promise<WireResponse> {
  const { signal } = request
  return new Promise((resolve, reject) => {
    const upload = createCreditWindow()
    const incoming = createIncomingBody(
      (chunks) => port.postMessage({ type: 'response-credit', chunks } satisfies AskerFrame),
      (reason) => close(reason),
    )
    let open = true
    const close = (reason: string | null) => {
      if (!open) return
      open = false
      signal.removeEventListener('abort', onAbort)
      upload.stop()
      if (reason !== null) port.postMessage({ type: 'abort', reason } satisfies AskerFrame)
      port.onmessage = null
      port.close()
    }
    const fail = (cause: unknown, abortReason: string | null) => {
      close(abortReason)
      incoming.fail(cause)
      reject(cause)
    }
    const onAbort = () => fail(signal.reason, String(signal.reason))
    if (signal.aborted) return onAbort()
    signal.addEventListener('abort', onAbort)
    port.onmessage = ({ data }: MessageEvent<AnswererFrame>) => {
      switch (data.type) {
        case 'response-head': {
          const { status, statusText, headers } = data
          resolve({ status, statusText, headers, body: data.hasBody ? incoming.stream : null })
          return
        }
        case 'response-chunk':
          return incoming.push(data.chunk)
        case 'response-end':
          close(null)
          return incoming.end()
        case 'request-credit':
          return upload.grant(data.chunks)
        case 'failure':
          return fail(new FailureError(data.failure), null)
        default:
          data satisfies never
      }
    }
    if (request.body !== null) {
      sendChunks(request.body, upload, (chunk) =>
        port.postMessage({ type: 'request-chunk', chunk } satisfies AskerFrame),
      ).then(
        () => open && port.postMessage({ type: 'request-end' } satisfies AskerFrame),
        (cause: unknown) => fail(cause, 'the request body could not be read'),
      )
    }
  })
}

/** What an answering side gets: the same shape as a request, its signal aborted when the asker goes away. */
export type Answerer = (request: WireRequest) => Promise<WireResponse>

/** Answers one opened request on its own port. Never rejects: what is thrown crosses as a failure. */
export async function answerOver(
  port: MessagePort,
  head: RequestHead,
  answer: Answerer,
): Promise<void> {
  const gone = new AbortController()
  const window = createCreditWindow()
  const upload = createIncomingBody(
    (chunks) => port.postMessage({ type: 'request-credit', chunks } satisfies AnswererFrame),
    () => undefined,
  )
  port.onmessage = ({ data }: MessageEvent<AskerFrame>) => {
    switch (data.type) {
      case 'request-chunk':
        return upload.push(data.chunk)
      case 'request-end':
        return upload.end()
      case 'response-credit':
        return window.grant(data.chunks)
      case 'abort': {
        const reason = new DOMException(data.reason, 'AbortError')
        gone.abort(reason)
        window.stop()
        return upload.fail(reason)
      }
      default:
        data satisfies never
    }
  }
  const post = (frame: AnswererFrame) => {
    if (!gone.signal.aborted) port.postMessage(frame)
  }
  try {
    const { method, url, headers, browser } = head
    const body = head.hasBody ? upload.stream : null
    const response = await answer({ method, url, headers, browser, body, signal: gone.signal })
    const { status, statusText } = response
    post({ type: 'response-head', status, statusText, headers: response.headers, hasBody: response.body !== null })
    if (response.body !== null) {
      await sendChunks(response.body, window, (chunk) => post({ type: 'response-chunk', chunk }))
    }
    post({ type: 'response-end' })
  } catch (cause) {
    post({ type: 'failure', failure: toFailure('request', cause) })
  } finally {
    port.onmessage = null
    port.close()
  }
}

interface CreditWindow {
  /** Resolves true when one more chunk may be sent, false when the other side stopped. */
  take(): Promise<boolean>
  grant(chunks: number): void
  stop(): void
}

function createCreditWindow(): CreditWindow {
  let credits = WINDOW_CHUNKS
  let stopped = false
  let wake: (() => void) | null = null
  const awaken = () => {
    wake?.()
    wake = null
  }
  return {
    async take() {
      while (credits === 0 && !stopped) await new Promise<void>((resolve) => (wake = resolve))
      if (!stopped) credits -= 1
      return !stopped
    },
    grant(chunks) {
      credits += chunks
      awaken()
    },
    stop() {
      stopped = true
      awaken()
    },
  }
}

async function sendChunks(
  body: ReadableStream<Uint8Array> | Uint8Array,
  window: CreditWindow,
  send: (chunk: Uint8Array) => void,
): Promise<void> {
  if (body instanceof Uint8Array) {
    await sendPieces(body, window, send)
    return
  }
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      if (!(await sendPieces(value, window, send))) {
        await reader.cancel('the other side went away')
        return
      }
    }
  } finally {
    reader.releaseLock()
  }
}

async function sendPieces(
  bytes: Uint8Array,
  window: CreditWindow,
  send: (chunk: Uint8Array) => void,
): Promise<boolean> {
  for (let start = 0; start < bytes.byteLength; start += CHUNK_LIMIT_BYTES) {
    if (!(await window.take())) return false
    send(bytes.slice(start, start + CHUNK_LIMIT_BYTES))
  }
  return true
}

interface IncomingBody {
  readonly stream: ReadableStream<Uint8Array>
  push(chunk: Uint8Array): void
  end(): void
  fail(cause: unknown): void
}

function createIncomingBody(
  onConsumed: (chunks: number) => void,
  onCancel: (reason: string) => void,
): IncomingBody {
  const waiting: Uint8Array[] = []
  let controller: ReadableStreamDefaultController<Uint8Array>
  let ended = false
  let settled = false
  let wanted = false
  const flush = () => {
    if (settled) return
    const next = wanted ? waiting.shift() : undefined
    if (next) {
      wanted = false
      controller.enqueue(next)
      if (!ended) onConsumed(1)
    }
    if (ended && waiting.length === 0) {
      settled = true
      controller.close()
    }
  }
  const stream = new ReadableStream<Uint8Array>({
    start(value) {
      controller = value
    },
    pull() {
      wanted = true
      flush()
    },
    cancel(reason: unknown) {
      settled = true
      onCancel(String(reason ?? 'cancelled'))
    },
  })
  return {
    stream,
    push(chunk) {
      waiting.push(chunk)
      flush()
    },
    end() {
      ended = true
      flush()
    },
    fail(cause) {
      if (settled) return
      settled = true
      controller.error(cause)
    },
  }
}

/** A request that nothing aborts, with the fields that most callers leave out filled in. */
export function createWireRequest(
  fields: Pick<WireRequest, 'method' | 'url'> & Partial<WireRequest>,
): WireRequest {
  return {
    headers: [],
    body: null,
    browser: null,
    signal: new AbortController().signal,
    ...fields,
  }
}

/** Reads a whole body. `limit` in bytes; over it, a failure with code `bad-input`. */
export async function readBody(
  body: ReadableStream<Uint8Array> | Uint8Array | null,
  limit = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  if (body === null) return new Uint8Array()
  if (body instanceof Uint8Array) return body
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      await reader.cancel('body over the limit')
      throw new FailureError(createFailure('request', 'bad-input', `A body of more than ${limit} bytes.`))
    }
    chunks.push(value)
  }
  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}
