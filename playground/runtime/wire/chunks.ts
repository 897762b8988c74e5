// Bodies as chunk messages: a window of credits for the sender, a stream fed by messages for the receiver.
// Runs anywhere. Knows no port and no frame: request-port.ts gives it the functions that post.

/** Chunks that may be under way before the sender waits for the reader. */
export const WINDOW_CHUNKS = 16
/** Larger chunks are cut, so that a window is bounded in bytes too (16 × 64 KiB = 1 MiB). */
export const CHUNK_LIMIT_BYTES = 64 * 1024
/** Credits go back in halves of a window: one message for eight chunks. */
const CREDIT_BATCH = WINDOW_CHUNKS / 2

export interface CreditWindow {
  readonly stopped: boolean
  /** Resolves true when one more chunk may be sent, false when the other side stopped. */
  take(): Promise<boolean>
  grant(chunks: number): void
  stop(): void
  /** Called once, at stop; at once when it has stopped already. */
  onStop(listener: () => void): void
}

export function createCreditWindow(): CreditWindow {
  let credits = WINDOW_CHUNKS
  let stopped = false
  let wake: (() => void) | null = null
  let stopListener: (() => void) | null = null
  const awaken = () => {
    wake?.()
    wake = null
  }
  return {
    get stopped() {
      return stopped
    },
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
      if (stopped) return
      stopped = true
      awaken()
      stopListener?.()
    },
    onStop(listener) {
      if (stopped) listener()
      else stopListener = listener
    },
  }
}

/**
 * Sends a body piece by piece, each piece a copy of its own that may be transferred. Resolves true when all of
 * it went, false when the window stopped; the source is then cancelled, even while it has nothing to give.
 */
export async function sendChunks(
  body: ReadableStream<Uint8Array> | Uint8Array,
  window: CreditWindow,
  send: (piece: Uint8Array<ArrayBuffer>) => void,
): Promise<boolean> {
  if (body instanceof Uint8Array) return sendPieces(body, window, send)
  const reader = body.getReader()
  window.onStop(() => {
    // Nobody reads on: a source that fails to cancel has nobody left to tell.
    reader.cancel('The other side went away.').catch(() => undefined)
  })
  for (;;) {
    const { done, value } = await reader.read()
    if (window.stopped) return false
    if (done) return true
    if (!(await sendPieces(value, window, send))) return false
  }
}

async function sendPieces(
  bytes: Uint8Array,
  window: CreditWindow,
  send: (piece: Uint8Array<ArrayBuffer>) => void,
): Promise<boolean> {
  for (let start = 0; start < bytes.byteLength; start += CHUNK_LIMIT_BYTES) {
    if (!(await window.take())) return false
    // Not bytes.slice(): a Node Buffer's slice is a view on a shared pool, which must not be transferred.
    send(new Uint8Array(bytes.subarray(start, start + CHUNK_LIMIT_BYTES)))
  }
  return true
}

export interface IncomingBody {
  readonly stream: ReadableStream<Uint8Array>
  push(chunk: Uint8Array): void
  end(): void
  /** Errors the stream after the chunks that did arrive, as a cut connection does. */
  cut(cause: unknown): void
  /** Errors the stream now; chunks that nobody read are dropped. */
  fail(cause: unknown): void
}

interface IncomingBodyEvents {
  /** The reader took this many chunks since the last call. */
  onConsumed(chunks: number): void
  onCancel(reason: string): void
}

export function createIncomingBody({ onConsumed, onCancel }: IncomingBodyEvents): IncomingBody {
  const waiting: Uint8Array[] = []
  let controller: ReadableStreamDefaultController<Uint8Array>
  let finish: (() => void) | null = null
  let settled = false
  let wanted = false
  let consumed = 0

  const settle = (last: () => void) => {
    if (settled) return
    settled = true
    waiting.length = 0
    last()
  }
  const deliver = (chunk: Uint8Array) => {
    wanted = false
    consumed += 1
    controller.enqueue(chunk)
    if (consumed < CREDIT_BATCH || finish) return
    onConsumed(consumed)
    consumed = 0
  }
  const flush = () => {
    if (settled) return
    const next = wanted ? waiting.shift() : undefined
    if (next) deliver(next)
    if (finish && waiting.length === 0) settle(finish)
  }
  const finishBy = (last: () => void) => {
    finish ??= last
    flush()
  }
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(value) {
      controller = value
    },
    pull() {
      wanted = true
      flush()
    },
    cancel(reason: unknown) {
      settle(() => onCancel(String(reason ?? 'cancelled')))
    },
  }
  // Nothing waits inside the stream: what does is in `waiting`, where an error does not drop it.
  const stream = new ReadableStream<Uint8Array>(source, { highWaterMark: 0 })
  return {
    stream,
    push(chunk) {
      if (settled || finish) return
      waiting.push(chunk)
      flush()
    },
    end: () => finishBy(() => controller.close()),
    cut: (cause) => finishBy(() => controller.error(cause)),
    fail: (cause) => settle(() => controller.error(cause)),
  }
}
