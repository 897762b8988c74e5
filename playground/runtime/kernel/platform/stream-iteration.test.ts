import { expect, test } from 'vitest'
import { completeStreams, iterateStream } from './stream-iteration.ts'

const streamOf = (...parts: unknown[]) =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })

test('every part in order, and the stream is free afterwards', async () => {
  const stream = streamOf('a', 'b')
  const seen: unknown[] = []
  for await (const part of iterateStream(stream)) seen.push(part)
  expect([seen, stream.locked]).toEqual([['a', 'b'], false])
})

test('leaving the loop cancels the stream', async () => {
  let isCancelled = false
  const stream = new ReadableStream({
    pull: (controller) => controller.enqueue('again'),
    cancel: () => void (isCancelled = true),
  })
  for await (const part of iterateStream(stream)) if (part === 'again') break
  expect([isCancelled, stream.locked]).toEqual([true, false])
})

test('a stream that fails throws into the loop', async () => {
  const stream = new ReadableStream({ start: (controller) => controller.error(new Error('torn')) })
  await expect(iterateStream(stream).next()).rejects.toThrow('torn')
})

test('a browser without it gets it, one with it keeps its own', () => {
  const bare = {}
  completeStreams(bare)
  expect(Reflect.get(bare, Symbol.asyncIterator)).toBeTypeOf('function')
  const own = () => undefined
  const complete = { [Symbol.asyncIterator]: own }
  completeStreams(complete)
  expect(complete[Symbol.asyncIterator]).toBe(own)
})
