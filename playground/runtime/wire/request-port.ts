// One HTTP request over one MessagePort: head, chunks both ways with back-pressure, an explicit end, abort.
// Streams are never transferred: WebKit throws DataCloneError (browsers.md, rule 1). Runs anywhere, Node included.
// It knows nothing of cookies, CORS or routing: that is the broker's.
import { createFailure, FailureError, toFailure, type Failure } from './failure.ts'
import { createCreditWindow, createIncomingBody, sendChunks, type CreditWindow } from './chunks.ts'
import type { HeaderPairs } from './headers.ts'
import { startPulse, type Pulse } from './pulse.ts'

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
  | { readonly type: 'beat' }

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
  | { readonly type: 'beat'; readonly interval: number }

/** A thing that takes messages with transferables: a MessagePort, a Worker, a ServiceWorker's Client. */
export interface MessageTarget {
  postMessage(message: unknown, transfer: Transferable[]): void
}

/** Statuses whose answers carry no body (Fetch standard, "null body status"). */
export const NULL_BODY_STATUSES: ReadonlySet<number> = new Set([101, 103, 204, 205, 304])

/** Opens a request on `target` and resolves with its head; rejects with FailureError or the abort reason. */
export function askOver(target: MessageTarget, request: WireRequest): Promise<WireResponse> {
  if (request.signal.aborted) return Promise.reject(request.signal.reason)
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
    const post = (frame: AskerFrame, transfer: Transferable[] = []) =>
      port.postMessage(frame, transfer)
    const upload = createCreditWindow()
    let pulse: Pulse | null = null
    let open = true
    const close = (abortReason: string | null) => {
      if (!open) return
      open = false
      signal.removeEventListener('abort', onAbort)
      pulse?.stop()
      upload.stop()
      if (abortReason !== null) post({ type: 'abort', reason: abortReason })
      port.onmessage = null
      port.close()
    }
    const incoming = createIncomingBody({
      onConsumed: (chunks) => post({ type: 'response-credit', chunks }),
      onCancel: close,
    })
    const abandon = (cause: unknown, abortReason: string) => {
      close(abortReason)
      incoming.fail(cause)
      reject(cause)
    }
    const cut = (failure: Failure) => {
      const cause = new FailureError(failure)
      close(null)
      incoming.cut(cause)
      reject(cause)
    }
    const onSilence = () => {
      cut(createFailure('request', 'worker-died', 'The connection was cut.'))
    }
    const onAbort = () => abandon(signal.reason, String(signal.reason))
    signal.addEventListener('abort', onAbort)
    port.onmessage = ({ data }: MessageEvent<AnswererFrame>) => {
      pulse?.heard()
      switch (data.type) {
        case 'response-head': {
          const { status, statusText, headers } = data
          return resolve({
            status,
            statusText,
            headers,
            body: data.hasBody ? incoming.stream : null,
          })
        }
        case 'response-chunk':
          return incoming.push(data.chunk)
        case 'response-end':
          close(null)
          return incoming.end()
        case 'request-credit':
          return upload.grant(data.chunks)
        case 'failure':
          return cut(data.failure)
        case 'beat':
          pulse ??= startPulse(data.interval, () => undefined, onSilence)
          return post({ type: 'beat' })
        default:
          data satisfies never
      }
    }
    if (request.body === null) return
    const body = sendChunks(request.body, upload, (chunk) =>
      post({ type: 'request-chunk', chunk }, [chunk.buffer]),
    )
    body.then(
      (complete) => complete && open && post({ type: 'request-end' }),
      (cause: unknown) => abandon(cause, 'The request body could not be read.'),
    )
  })
}

/** What an answering side gets: the same shape as a request, its signal aborted when the asker goes away. */
export type Answerer = (request: WireRequest) => Promise<WireResponse>

/**
 * Answers one opened request on its own port. Never rejects: what is thrown crosses as a failure.
 * `pulseInterval` (milliseconds) makes both sides notice when the other is ended; only for sides that never
 * block, so not for the kernel and the backend, where learner code may hold the thread.
 */
export async function answerOver(
  port: MessagePort,
  head: RequestHead,
  answer: Answerer,
  { pulseInterval = null }: { readonly pulseInterval?: number | null } = {},
): Promise<void> {
  const gone = new AbortController()
  const window = createCreditWindow()
  const post = (frame: AnswererFrame, transfer: Transferable[] = []) => {
    if (!gone.signal.aborted) port.postMessage(frame, transfer)
  }
  const upload = createIncomingBody({
    onConsumed: (chunks) => post({ type: 'request-credit', chunks }),
    onCancel: () => undefined, // the asker keeps its window full and hears of the end with the answer
  })
  const leave = (reason: string) => {
    const cause = new DOMException(reason, 'AbortError')
    gone.abort(cause)
    window.stop()
    upload.fail(cause)
  }
  const pulse =
    pulseInterval === null
      ? null
      : startPulse(
          pulseInterval,
          () => post({ type: 'beat', interval: pulseInterval }),
          () => leave('The asker is gone.'),
        )
  port.onmessage = ({ data }: MessageEvent<AskerFrame>) => {
    pulse?.heard()
    switch (data.type) {
      case 'request-chunk':
        return upload.push(data.chunk)
      case 'request-end':
        return upload.end()
      case 'response-credit':
        return window.grant(data.chunks)
      case 'abort':
        return leave(data.reason)
      case 'beat':
        return
      default:
        data satisfies never
    }
  }
  try {
    const { method, url, headers, browser } = head
    const body = head.hasBody ? upload.stream : null
    const request: WireRequest = { method, url, headers, browser, body, signal: gone.signal }
    await sendAnswer(await orAbort(answer(request), gone.signal), window, post)
  } catch (cause) {
    post({ type: 'failure', failure: toFailure('request', cause) })
  } finally {
    pulse?.stop()
    upload.fail(new DOMException('The request was answered.', 'AbortError'))
    port.onmessage = null
    port.close()
  }
}

async function sendAnswer(
  response: WireResponse,
  window: CreditWindow,
  post: (frame: AnswererFrame, transfer?: Transferable[]) => void,
): Promise<void> {
  const { status, statusText, headers, body } = response
  post({ type: 'response-head', status, statusText, headers, hasBody: body !== null })
  if (body !== null) {
    await sendChunks(body, window, (chunk) =>
      post({ type: 'response-chunk', chunk }, [chunk.buffer]),
    )
  }
  post({ type: 'response-end' })
}

/** Lets go of an answer that ignores the abort; if it comes after all, its body is cancelled. */
function orAbort(answer: Promise<WireResponse>, signal: AbortSignal): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      reject(signal.reason)
      answer.then(
        ({ body }) => body?.cancel(signal.reason),
        () => undefined, // it stopped, as it was asked to
      )
    }
    if (signal.aborted) return onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
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
      throw new FailureError(
        createFailure('request', 'bad-input', `A body of more than ${limit} bytes.`),
      )
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
