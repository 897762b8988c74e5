// One app request through Python: the worker's half of both_ends/asgi/request.py. Runs in the backend worker.
// It makes a stream of what the app sends and feeds it the body; cookies, CORS and hops are the broker's.
import { createFailure, FailureError } from '../wire/failure.ts'
import { NULL_BODY_STATUSES, type WireRequest, type WireResponse } from '../wire/request-port.ts'
import type { HeaderPairs } from '../wire/headers.ts'
import type { PythonProcess } from './boot.ts'
import type { PythonReply, PythonRequest } from './python-objects.ts'

/** Chunks that may wait for the reader before the app has to. */
const CHUNKS_AHEAD = 4

/** Resolves with the head; rejects with FailureError when the app was stopped before it answered. */
export function answerInPython(
  { backend, loop }: PythonProcess,
  request: WireRequest,
): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    let running: PythonRequest | null = null
    const upload = openBody(request)
    const wake = (tell: (running: PythonRequest) => void) => {
      if (running) tell(running)
      loop.turn()
    }
    const close = () => wake((running) => running.disconnect())
    const answer = createAnswerStream(() => wake((running) => running.resume()), close)
    const reply: PythonReply = {
      head(status, headersJson) {
        const headers: HeaderPairs = JSON.parse(headersJson)
        const hasBody = request.method !== 'HEAD' && !NULL_BODY_STATUSES.has(status)
        if (!hasBody) answer.discard()
        resolve({ status, statusText: '', headers, body: hasBody ? answer.stream : null })
      },
      chunk: (data) => answer.push(data),
      end() {
        answer.end()
        release()
      },
      fail(message) {
        const failure = createFailure('fastapi', 'stopped', message)
        answer.fail(new FailureError(failure))
        reject(new FailureError(failure))
        release()
      },
      pull: () => void feedNext(),
    }
    running = backend.serve(describeHead(request), upload !== null, reply)
    request.signal.addEventListener('abort', close)
    loop.turn()

    function release() {
      request.signal.removeEventListener('abort', close)
      running?.destroy()
      running = null
    }
    async function feedNext() {
      try {
        const next = await upload?.read()
        wake((running) => running.feed(next?.value ?? new Uint8Array(), next?.done === false))
      } catch {
        // The asker broke off: its signal says the same, and the app hears of a disconnect.
        close()
      }
    }
  })
}

function openBody({ body }: WireRequest): ReadableStreamDefaultReader<Uint8Array> | null {
  if (body === null) return null
  if (body instanceof ReadableStream) return body.getReader()
  return new Blob([body.slice()]).stream().getReader()
}

/** `RequestHead` of both_ends/asgi/scope.py. */
function describeHead({ method, url, headers }: WireRequest): string {
  const { protocol, hostname, port, host, pathname, search } = new URL(url)
  const named = headers.some(([name]) => name.toLowerCase() === 'host')
  return JSON.stringify({
    method,
    scheme: protocol.slice(0, -1),
    host: hostname,
    port: Number(port) || 80,
    path: pathname,
    query: search.slice(1),
    headers: named ? headers : [['host', host], ...headers],
  })
}

interface AnswerStream {
  readonly stream: ReadableStream<Uint8Array>
  /** False when the reader is behind. */
  push(data: { toJs(): Uint8Array }): boolean
  discard(): void
  end(): void
  fail(cause: unknown): void
}

function createAnswerStream(onWanted: () => void, onCancel: () => void): AnswerStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (value) => void (controller = value),
      pull: onWanted,
      cancel() {
        controller = null
        onCancel()
      },
    },
    { highWaterMark: CHUNKS_AHEAD },
  )
  return {
    stream,
    push(data) {
      if (controller === null) return true
      controller.enqueue(data.toJs())
      return (controller.desiredSize ?? 0) > 0
    },
    discard: () => void (controller = null),
    end() {
      controller?.close()
      controller = null
    },
    fail(cause) {
      controller?.error(cause)
      controller = null
    },
  }
}
