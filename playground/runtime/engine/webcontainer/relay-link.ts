// The page's end of the relay: its requests to `next dev`, and the app's own requests on their way to the broker. Runs on
// the site's page. It knows HTTP heads and bytes, and neither the broker nor what Next is.
import { createFailure, FailureError, toFailure } from '../../wire/failure.ts'
import { fromBase64, toBase64 } from '../../wire/base64.ts'
import { FASTAPI_ORIGIN, NEXT_ORIGIN } from '../../wire/message.ts'
import { readBody, type WireRequest, type WireResponse } from '../../wire/request-port.ts'
import type { RequestFrame } from './frames.ts'

type AskFrame = Extract<RequestFrame, { readonly type: 'ask' }>

export interface RelayLinkOptions {
  send(frame: RequestFrame): void
  /** A request of the app, made inside the container. */
  answer(request: WireRequest): Promise<WireResponse>
}

export interface RelayLink {
  /** A request for `next dev`. */
  ask(request: WireRequest): Promise<WireResponse>
  take(frame: RequestFrame): void
  /** The relay is gone: everything under way fails. */
  close(reason: string): void
}

/** Bytes in one frame. A terminal carries lines, and long ones badly. */
const PIECE = 48 * 1024

interface Asked {
  settle(response: WireResponse): void
  fail(cause: unknown): void
  body: ReadableStreamDefaultController<Uint8Array> | null
}

interface Answering {
  readonly gone: AbortController
  readonly body: ReadableStreamDefaultController<Uint8Array>
}

export function createRelayLink({ send, answer }: RelayLinkOptions): RelayLink {
  const asked = new Map<string, Asked>()
  const answering = new Map<string, Answering>()
  let lastId = 0

  const sendBytes = (type: 'up' | 'down', id: string, bytes: Uint8Array) => {
    for (let at = 0; at < bytes.byteLength; at += PIECE)
      send({ type, id, bytes: toBase64(bytes.subarray(at, at + PIECE)) })
  }

  const answerApp = async (frame: AskFrame) => {
    const { id, method, path, headers, hasBody } = frame
    const gone = new AbortController()
    const { stream, controller } = createStream(() => undefined)
    answering.set(id, { gone, body: controller })
    try {
      const url = (frame.port === 8000 ? FASTAPI_ORIGIN : NEXT_ORIGIN) + path
      const body = hasBody ? stream : null
      const response = await answer({
        method,
        url,
        headers,
        body,
        browser: null,
        signal: gone.signal,
      })
      const { status, statusText } = response
      send({ type: 'head', id, status, statusText, headers: response.headers })
      if (response.body) await readEach(response.body, (bytes) => sendBytes('down', id, bytes))
      send({ type: 'down-end', id })
    } catch (cause) {
      send({ type: 'failed', id, message: toFailure('request', cause).message })
    } finally {
      answering.delete(id)
    }
  }

  const takeHead = (frame: Extract<RequestFrame, { readonly type: 'head' }>) => {
    const one = asked.get(frame.id)
    if (!one) return
    const { id, status, statusText, headers } = frame
    const { stream, controller } = createStream(() => {
      if (asked.delete(id)) send({ type: 'abort', id })
    })
    one.body = controller
    one.settle({ status, statusText, headers, body: stream })
  }

  const end = (id: string, cause: unknown) => {
    const one = asked.get(id)
    asked.delete(id)
    if (!one) return
    if (cause === null) one.body?.close()
    else {
      one.fail(cause)
      one.body?.error(cause)
    }
  }

  return {
    async ask(request) {
      const id = `p${++lastId}`
      const { method, url, headers, body, signal } = request
      // Whole: what goes up is small, and a terminal has no back-pressure to offer.
      const bytes = body === null ? null : await readBody(body)
      if (signal.aborted) throw signal.reason
      const { pathname, search } = new URL(url)
      const answered = new Promise<WireResponse>((settle, fail) => {
        asked.set(id, { settle, fail, body: null })
      })
      signal.addEventListener('abort', () => {
        if (!asked.has(id)) return
        send({ type: 'abort', id })
        end(id, signal.reason)
      })
      send({ type: 'ask', id, method, path: pathname + search, headers, hasBody: bytes !== null })
      if (bytes !== null) {
        sendBytes('up', id, bytes)
        send({ type: 'up-end', id })
      }
      return answered
    },
    take(frame) {
      switch (frame.type) {
        case 'ask':
          return void answerApp(frame)
        case 'up':
          return answering.get(frame.id)?.body.enqueue(fromBase64(frame.bytes))
        case 'up-end':
          return answering.get(frame.id)?.body.close()
        case 'abort':
          return answering.get(frame.id)?.gone.abort(new DOMException('It was left.', 'AbortError'))
        case 'head':
          return takeHead(frame)
        case 'down':
          return asked.get(frame.id)?.body?.enqueue(fromBase64(frame.bytes))
        case 'down-end':
          return end(frame.id, null)
        case 'failed':
          return end(frame.id, nextFailure(frame.message))
        default:
          frame satisfies never
      }
    },
    close(reason) {
      for (const id of [...asked.keys()]) end(id, nextFailure(reason))
      for (const { gone } of answering.values()) gone.abort(nextFailure(reason))
    },
  }
}

function nextFailure(message: string): FailureError {
  return new FailureError(
    createFailure('next', 'worker-died', `Next.js did not answer: ${message}`),
  )
}

function createStream(onCancel: () => void) {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const stream = new ReadableStream<Uint8Array>({
    start(opened) {
      controller = opened
    },
    cancel: onCancel,
  })
  if (controller === null) throw new TypeError('A stream starts at once.')
  return { stream, controller: controller as ReadableStreamDefaultController<Uint8Array> }
}

async function readEach(
  body: ReadableStream<Uint8Array>,
  onBytes: (bytes: Uint8Array) => void,
): Promise<void> {
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    onBytes(value)
  }
}
