import { beforeAll, describe, expect, test } from 'vitest'
import { addInterop } from '../webpack/interop.ts'
import { carryContext } from './async-context-globals.ts'
import { AsyncLocalStorage, AsyncResource } from './async-local-storage.ts'

const scope = {
  Promise,
  queueMicrotask: (callback: () => void) => queueMicrotask(callback),
  ReadableStream: ReadableStream as typeof globalThis.ReadableStream,
  WritableStream: WritableStream as typeof globalThis.WritableStream,
  TransformStream: TransformStream as typeof globalThis.TransformStream,
}
const bare = Object.assign(() => undefined, {
  d: () => undefined,
  o: () => false,
  t: () => undefined,
})
const { spawn } = addInterop(bare)

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

beforeAll(() => carryContext(scope))

describe('the context', () => {
  test('is gone outside of run, and nested runs give way to the outer one', () => {
    const storage = new AsyncLocalStorage<string>()
    const seen = storage.run('outer', () => [
      storage.getStore(),
      storage.run('inner', () => storage.getStore()),
      storage.getStore(),
    ])
    expect(seen).toEqual(['outer', 'inner', 'outer'])
    expect(storage.getStore()).toBeUndefined()
  })

  test('of two storages do not mix', () => {
    const first = new AsyncLocalStorage<string>()
    const second = new AsyncLocalStorage<number>()
    first.run('a', () =>
      second.run(1, () => {
        expect([first.getStore(), second.getStore()]).toEqual(['a', 1])
      }),
    )
  })

  test('ends when the callback throws', () => {
    const storage = new AsyncLocalStorage<string>()
    expect(() =>
      storage.run('a', () => {
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(storage.getStore()).toBeUndefined()
  })

  test('exit hides the store, enterWith changes it until the callback ends', () => {
    const storage = new AsyncLocalStorage<string>()
    storage.run('a', () => {
      expect(storage.exit(() => storage.getStore())).toBeUndefined()
      storage.enterWith('b')
      expect(storage.getStore()).toBe('b')
    })
    expect(storage.getStore()).toBeUndefined()
  })

  test('follows promise callbacks, fulfilled, rejected and finally', async () => {
    const storage = new AsyncLocalStorage<string>()
    const seen: unknown[] = []
    const note = () => void seen.push(storage.getStore())
    await storage.run('a', () =>
      sleep(1)
        .then(note)
        .then(() => Promise.reject(new Error('no')))
        .catch(note)
        .finally(note),
    )
    expect(seen).toEqual(['a', 'a', 'a'])
  })

  test('follows microtasks', async () => {
    const storage = new AsyncLocalStorage<string>()
    const seen = await new Promise((resolve) =>
      storage.run('a', () => scope.queueMicrotask(() => resolve(storage.getStore()))),
    )
    expect(seen).toBe('a')
  })

  test('of interleaved lowered functions stays with each', async () => {
    const storage = new AsyncLocalStorage<string>()
    const seen: string[] = []
    const walk = (name: string, waits: readonly number[]) =>
      storage.run(name, () =>
        spawn(function* () {
          for (const ms of waits) {
            yield sleep(ms)
            seen.push(`${name}:${storage.getStore()}`)
          }
        }),
      )
    await Promise.all([walk('a', [1, 6, 1]), walk('b', [4, 1, 5]), walk('c', [2, 2, 2])])
    expect(seen).toHaveLength(9)
    expect(seen.every((line) => line[0] === line[2])).toBe(true)
  })

  test('of a stream is the one it was made in, whoever reads it', async () => {
    const storage = new AsyncLocalStorage<string>()
    const stream = storage.run(
      'maker',
      () =>
        new scope.ReadableStream<string>({
          pull(controller) {
            controller.enqueue(String(storage.getStore()))
            controller.close()
          },
        }),
    )
    const { value } = await storage.run('reader', () => stream.getReader().read())
    expect(value).toBe('maker')
  })

  test('of a transform stream too, and bytes pass through unchanged', async () => {
    const storage = new AsyncLocalStorage<string>()
    const transform = storage.run(
      'maker',
      () =>
        new scope.TransformStream<string, string>({
          transform(chunk, controller) {
            controller.enqueue(`${chunk}:${storage.getStore()}`)
          },
        }),
    )
    const writer = transform.writable.getWriter()
    void storage.run('writer', () => writer.write('x').then(() => writer.close()))
    const { value } = await transform.readable.getReader().read()
    expect(value).toBe('x:maker')
  })
})

test('a snapshot enters the context it was taken in', () => {
  const storage = new AsyncLocalStorage<string>()
  const enter = storage.run('then', () => AsyncLocalStorage.snapshot())
  expect(storage.run('now', () => enter(() => storage.getStore()))).toBe('then')
})

test('a bound callback keeps its context, `this` and arguments', () => {
  const storage = new AsyncLocalStorage<string>()
  const bound = storage.run('a', () =>
    AsyncLocalStorage.bind(function (this: { n: number }, add: number) {
      return [storage.getStore(), this.n + add]
    }),
  )
  expect(bound.call({ n: 1 }, 2)).toEqual(['a', 3])
})

test('an AsyncResource is entered by hand', () => {
  const storage = new AsyncLocalStorage<string>()
  const resource = storage.run('a', () => new AsyncResource())
  expect(resource.runInAsyncScope(() => storage.getStore(), null)).toBe('a')
})

test('a stream class stays the class of its streams', () => {
  expect(new scope.ReadableStream()).toBeInstanceOf(scope.ReadableStream)
  expect(new scope.ReadableStream(undefined, { highWaterMark: 3 })).toBeInstanceOf(ReadableStream)
})
