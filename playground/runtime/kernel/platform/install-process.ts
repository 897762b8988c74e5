// Second in the kernel worker: Request, Response, process and Node's event-loop order, before any npm package that
// looks at them while it is evaluated (readable-stream keeps `process.nextTick`).
import { createEventLoop } from './event-loop.ts'
import { createProcess } from './process.ts'
import { ServerRequest, ServerResponse } from './web-classes.ts'

const nativeSetTimeout = globalThis.setTimeout.bind(globalThis)
const nativeClearTimeout = globalThis.clearTimeout.bind(globalThis)

const loop = createEventLoop({
  setTimeout: nativeSetTimeout,
  clearTimeout: (timer) => nativeClearTimeout(Number(timer)),
  report: (cause) => reportError(cause),
})

const { setTimeout, setInterval, clearTimeout, setImmediate, clearImmediate, nextTick } = loop

export const process = createProcess(nextTick)

Object.assign(globalThis, {
  Request: ServerRequest,
  Response: ServerResponse,
  process,
  setTimeout,
  setInterval,
  clearTimeout,
  clearInterval: clearTimeout,
  setImmediate,
  clearImmediate,
  global: globalThis,
})
