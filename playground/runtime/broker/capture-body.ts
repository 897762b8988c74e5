// A body on its way, of which the first part is kept for the wire pane. Runs anywhere. It never waits for the
// pane: the reader's pace is the source's pace.
import { BODY_CAPTURE_LIMIT, type CapturedBody } from '../wire/hop.ts'

export interface Captured {
  readonly stream: ReadableStream<Uint8Array>
  /** What has passed so far. */
  soFar(): CapturedBody
}

/** Called once: with null at the regular end, with the cause when the source broke or the reader left. */
type OnEnd = (cause: unknown) => void

export function captureBody(
  body: ReadableStream<Uint8Array>,
  contentType: string | null,
  onEnd: OnEnd,
): Captured {
  const kept: Uint8Array[] = []
  let keptSize = 0
  let size = 0
  const keep = (chunk: Uint8Array) => {
    size += chunk.byteLength
    if (keptSize >= BODY_CAPTURE_LIMIT) return
    // A copy: the chunk itself goes on and may be transferred.
    const part = chunk.slice(0, BODY_CAPTURE_LIMIT - keptSize)
    keptSize += part.byteLength
    kept.push(part)
  }
  const reader = body.getReader()
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) {
          controller.close()
          onEnd(null)
          return
        }
        keep(value)
        controller.enqueue(value)
      } catch (cause) {
        controller.error(cause)
        onEnd(cause)
      }
    },
    async cancel(reason: unknown) {
      onEnd(reason ?? new DOMException('The reader left.', 'AbortError'))
      await reader.cancel(reason)
    },
  }
  return {
    stream: new ReadableStream(source, { highWaterMark: 0 }),
    soFar: () => ({ bytes: joinBytes(kept, keptSize), size, contentType }),
  }
}

/** A body that is there as a whole. */
export function captureBytes(bytes: Uint8Array, contentType: string | null): CapturedBody {
  return { bytes: bytes.slice(0, BODY_CAPTURE_LIMIT), size: bytes.byteLength, contentType }
}

function joinBytes(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}
