import { expect, test } from 'vitest'
import { carryContext } from './async-context-globals.ts'

/** As WebKitGTK has it. */
class WithoutBytes<Chunk> extends ReadableStream<Chunk> {
  constructor(source: UnderlyingDefaultSource<Chunk> = {}, strategy: QueuingStrategy<Chunk> = {}) {
    if ('type' in source) throw new TypeError('ReadableByteStreamController is not implemented')
    super(source, strategy)
  }
}

/** Classes that only this test sees: the patches are for a worker of the kernel's own. */
function patchedWith(native: unknown): typeof ReadableStream {
  const scope = {
    Promise: class extends Promise<unknown> {},
    queueMicrotask,
    ReadableStream: native,
    WritableStream,
    TransformStream,
  }
  carryContext(scope as never) // the fake's constructor takes less than the platform's
  return scope.ReadableStream as typeof ReadableStream
}

const source: UnderlyingByteSource = {
  type: 'bytes',
  start(controller) {
    controller.enqueue(new TextEncoder().encode('one chunk'))
    controller.close()
  },
}

test.each([
  ['with byte streams', ReadableStream],
  ['without', WithoutBytes],
])('a stream of bytes gives its chunks in a browser %s', async (_, native) => {
  const Patched = patchedWith(native)
  expect(await new Response(new Patched(source, { highWaterMark: 0 })).text()).toBe('one chunk')
})

test('where byte streams are, a stream of bytes stays one', () => {
  const Patched = patchedWith(ReadableStream)
  expect(() => new Patched(source).getReader({ mode: 'byob' })).not.toThrow()
})
