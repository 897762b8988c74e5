// Makes the platform's own ways to run something later carry the async context: promises, microtasks, web streams.
// Timers and ticks do it themselves (event-loop.ts). Runs once, first of all, in the kernel worker: every promise
// made before would lose its context.
import { bindContext } from './async-local-storage.ts'

interface StreamGlobals {
  Promise: PromiseConstructor
  queueMicrotask: typeof queueMicrotask
  ReadableStream: typeof ReadableStream
  WritableStream: typeof WritableStream
  TransformStream: typeof TransformStream
}

/** What of a source, sink or transformer is no callback. */
const SETTINGS = ['type', 'autoAllocateChunkSize']

export function carryContext(scope: StreamGlobals): void {
  patchThen(scope.Promise.prototype)
  const nativeQueue = scope.queueMicrotask
  scope.queueMicrotask = (callback) => nativeQueue(bindContext(callback))
  scope.ReadableStream = withBoundCallbacks(
    scope.ReadableStream,
    ['start', 'pull', 'cancel'],
    hasByteStreams(scope.ReadableStream) ? SETTINGS : [],
  )
  scope.WritableStream = withBoundCallbacks(scope.WritableStream, [
    'start',
    'write',
    'close',
    'abort',
  ])
  scope.TransformStream = withBoundCallbacks(scope.TransformStream, [
    'start',
    'transform',
    'flush',
    'cancel',
  ])
}

/**
 * WebKitGTK 2.50 refuses `type: 'bytes'` (Streams standard, section 4.7). A plain stream hands on the same chunks, and
 * who reads them here, Next and React, never brings a buffer of their own.
 */
function hasByteStreams(native: typeof ReadableStream): boolean {
  try {
    return new native({ type: 'bytes' }) instanceof native
  } catch {
    return false
  }
}

function patchThen(prototype: Promise<unknown>): void {
  const nativeThen = prototype.then
  const then: typeof nativeThen = function (this: Promise<unknown>, onResolved, onRejected) {
    return nativeThen.call(
      this,
      typeof onResolved === 'function' ? bindContext(onResolved) : onResolved,
      typeof onRejected === 'function' ? bindContext(onRejected) : onRejected,
    ) as never // `then`'s two result types cannot be told through `call`
  }
  // eslint-disable-next-line unicorn/no-thenable -- it is the promise's own
  prototype.then = then
}

type StreamClass = abstract new (...values: never[]) => object

/** Constructs the native class, with the callbacks of its source, sink or transformer bound to the context of `new`. */
function withBoundCallbacks<Class extends StreamClass>(
  native: Class,
  callbacks: readonly string[],
  settings: readonly string[] = SETTINGS,
): Class {
  const bound: Class = new Proxy(native, {
    construct(target, [source, ...strategies]: unknown[], newTarget) {
      const values =
        typeof source === 'object' && source !== null
          ? [bindAll(source, callbacks, settings), ...strategies]
          : strategies
      if (source === undefined && strategies.length > 0) values.unshift(undefined)
      return Reflect.construct(target, values, newTarget === bound ? target : newTarget)
    },
  })
  return bound
}

function bindAll(
  source: object,
  callbacks: readonly string[],
  settings: readonly string[],
): object {
  const copy: Record<string, unknown> = {}
  for (const key of settings) {
    const value: unknown = Reflect.get(source, key)
    if (value !== undefined) copy[key] = value
  }
  for (const key of callbacks) {
    const callback: unknown = Reflect.get(source, key)
    if (typeof callback === 'function')
      copy[key] = bindContext((...values) => Reflect.apply(callback, source, values))
  }
  return copy
}
