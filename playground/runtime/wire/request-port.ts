// One HTTP request over one MessagePort: head, chunks both ways with back-pressure, an explicit end, abort.
// Streams are never transferred: WebKit throws DataCloneError (browsers.md, rule 1). Runs anywhere, Node included.
// It knows nothing of cookies, CORS or routing: that is the broker's.
import { createFailure, FailureError, toFailure, type Failure } from './failure.ts'
import { createCreditWindow, createIncomingBody, sendChunks, type IncomingBody } from './chunks.ts'
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
  /** The asker's own number of it, by which it may say more later (FetchCodeMessage). */
  readonly call?: number
}

export interface WireRequest {
  readonly method: string
  readonly url: string
  readonly headers: HeaderPairs
  readonly body: ReadableStream<Uint8Array> | Uint8Array | null
  readonly browser: BrowserContext | null
  readonly signal: AbortSignal
  /** As in RequestHead. */
  readonly call?: number
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
  | { readonly type: 'beat' }

/** A thing that takes messages with transferables: a MessagePort, a Worker, a ServiceWorker's Client. */
export interface MessageTarget {
  postMessage(message: unknown, transfer: Transferable[]): void
}

/** Statuses whose answers carry no body (Fetch standard, "null body status"). */
export const NULL_BODY_STATUSES: ReadonlySet<number> = new Set([101, 103, 204, 205, 304])

/** Statuses whose `Location` is followed (Fetch standard, "redirect status"). */
export const REDIRECT_STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * Milliseconds between signs of life, when both sides of a request agree on it: then each notices that the other was
 * ended. Only for sides that never block, so not for the kernel and the backend, where learner code may hold the
 * thread.
 */
export interface PulseOption {
  readonly pulseInterval?: number
}

/** Opens a request on `target` and resolves with its head; rejects with FailureError or the abort reason. */
export function askOver(
  target: MessageTarget,
  request: WireRequest,
  { pulseInterval }: PulseOption = {},
): Promise<WireResponse> {
  if (request.signal.aborted) return Promise.reject(request.signal.reason)
  const { port1, port2 } = new MessageChannel()
  const { method, url, headers, browser, call } = request
  const hasBody = request.body !== null
  const head = { method, url, headers, browser, hasBody }
  const open: OpenRequest = {
    type: 'request',
    head: call === undefined ? head : { ...head, call },
  }
  return new Promise((resolve, reject) => {
    const asking = new Asking(port1, request.signal, { resolve, reject })
    target.postMessage(open, [port2])
    if (pulseInterval !== undefined) asking.expectBeats(pulseInterval)
    if (request.body !== null) asking.send(request.body)
  })
}

interface Settle {
  resolve(response: WireResponse): void
  reject(cause: unknown): void
}

/** The asker's end of one request. */
class Asking {
  readonly #port: MessagePort
  readonly #signal: AbortSignal
  readonly #settle: Settle
  readonly #upload = createCreditWindow()
  readonly #incoming: IncomingBody
  #pulse: Pulse | null = null
  #isOpen = true

  constructor(port: MessagePort, signal: AbortSignal, settle: Settle) {
    this.#port = port
    this.#signal = signal
    this.#settle = settle
    this.#incoming = createIncomingBody({
      onConsumed: (chunks) => this.#post({ type: 'response-credit', chunks }),
      onCancel: (reason) => this.#close(reason),
    })
    signal.addEventListener('abort', this.#onAbort)
    port.onmessage = ({ data }: MessageEvent<AnswererFrame>) => {
      this.#pulse?.heard()
      this.#receive(data)
    }
  }

  /** This side only answers beats. */
  expectBeats(interval: number): void {
    const onSilence = () => {
      this.#cut(createFailure('request', 'worker-died', 'The connection was cut.'))
    }
    this.#pulse = startPulse(interval, () => undefined, onSilence)
  }

  send(body: ReadableStream<Uint8Array> | Uint8Array): void {
    const sent = sendChunks(body, this.#upload, (chunk) =>
      this.#post({ type: 'request-chunk', chunk }, [chunk.buffer]),
    )
    sent.then(
      (complete) => complete && this.#isOpen && this.#post({ type: 'request-end' }),
      (cause: unknown) => this.#abandon(cause, 'The request body could not be read.'),
    )
  }

  #receive(frame: AnswererFrame): void {
    switch (frame.type) {
      case 'response-head': {
        const { status, statusText, headers, hasBody } = frame
        const body = hasBody ? this.#incoming.stream : null
        return this.#settle.resolve({ status, statusText, headers, body })
      }
      case 'response-chunk':
        return this.#incoming.push(frame.chunk)
      case 'response-end':
        this.#close(null)
        return this.#incoming.end()
      case 'request-credit':
        return this.#upload.grant(frame.chunks)
      case 'failure':
        return this.#cut(frame.failure)
      case 'beat':
        return this.#post({ type: 'beat' })
      default:
        frame satisfies never
    }
  }

  readonly #onAbort = () => this.#abandon(this.#signal.reason, String(this.#signal.reason))

  /** This side gives up: nothing that is still on its way is wanted. */
  #abandon(cause: unknown, abortReason: string): void {
    this.#close(abortReason)
    this.#incoming.fail(cause)
    this.#settle.reject(cause)
  }

  /** The other side gave up: what arrived before may still be read. */
  #cut(failure: Failure): void {
    const cause = new FailureError(failure)
    this.#close(null)
    this.#incoming.cut(cause)
    this.#settle.reject(cause)
  }

  #close(abortReason: string | null): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#signal.removeEventListener('abort', this.#onAbort)
    this.#pulse?.stop()
    this.#upload.stop()
    if (abortReason !== null) this.#post({ type: 'abort', reason: abortReason })
    this.#port.onmessage = null
    this.#port.close()
  }

  #post(frame: AskerFrame, transfer: Transferable[] = []): void {
    this.#port.postMessage(frame, transfer)
  }
}

/** What an answering side gets: the same shape as a request, its signal aborted when the asker goes away. */
export type Answerer = (request: WireRequest) => Promise<WireResponse>

/** Answers one opened request on its own port. Never rejects: what is thrown crosses as a failure. */
export function answerOver(
  port: MessagePort,
  head: RequestHead,
  answer: Answerer,
  { pulseInterval }: PulseOption = {},
): Promise<void> {
  return new Answering(port, pulseInterval).answer(head, answer)
}

/** The answerer's end of one request. */
class Answering {
  readonly #port: MessagePort
  readonly #gone = new AbortController()
  readonly #window = createCreditWindow()
  readonly #upload: IncomingBody
  readonly #pulse: Pulse | null

  constructor(port: MessagePort, pulseInterval: number | undefined) {
    this.#port = port
    this.#upload = createIncomingBody({
      onConsumed: (chunks) => this.#post({ type: 'request-credit', chunks }),
      onCancel: () => undefined, // the asker keeps its window full and hears of the end with the answer
    })
    const onBeat = () => this.#post({ type: 'beat' })
    const onSilence = () => this.#leave('The asker is gone.')
    this.#pulse = pulseInterval === undefined ? null : startPulse(pulseInterval, onBeat, onSilence)
    port.onmessage = ({ data }: MessageEvent<AskerFrame>) => {
      this.#pulse?.heard()
      this.#receive(data)
    }
  }

  async answer({ hasBody, ...head }: RequestHead, answer: Answerer): Promise<void> {
    const { signal } = this.#gone
    const body = hasBody ? this.#upload.stream : null
    try {
      await this.#send(await orAbort(answer({ ...head, body, signal }), signal))
    } catch (cause) {
      this.#post({ type: 'failure', failure: toFailure('request', cause) })
    } finally {
      this.#pulse?.stop()
      this.#upload.fail(new DOMException('The request was answered.', 'AbortError'))
      this.#port.onmessage = null
      this.#port.close()
    }
  }

  async #send({ status, statusText, headers, body }: WireResponse): Promise<void> {
    const hasBody = body !== null
    this.#post({ type: 'response-head', status, statusText, headers, hasBody })
    if (hasBody) {
      await sendChunks(body, this.#window, (chunk) =>
        this.#post({ type: 'response-chunk', chunk }, [chunk.buffer]),
      )
    }
    this.#post({ type: 'response-end' })
  }

  #receive(frame: AskerFrame): void {
    switch (frame.type) {
      case 'request-chunk':
        return this.#upload.push(frame.chunk)
      case 'request-end':
        return this.#upload.end()
      case 'response-credit':
        return this.#window.grant(frame.chunks)
      case 'abort':
        return this.#leave(frame.reason)
      case 'beat':
        return
      default:
        frame satisfies never
    }
  }

  #leave(reason: string): void {
    const cause = new DOMException(reason, 'AbortError')
    this.#gone.abort(cause)
    this.#window.stop()
    this.#upload.fail(cause)
  }

  #post(frame: AnswererFrame, transfer: Transferable[] = []): void {
    if (!this.#gone.signal.aborted) this.#port.postMessage(frame, transfer)
  }
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
