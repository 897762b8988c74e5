// Node's modules by name, in the kernel worker: for harvested code (`require('node:stream')`) and for a learner's
// server code. What a worker cannot have is an empty module, as bundlers give it; using it then fails by name.
import EventEmitter from 'events/events.js'
import path from 'path-browserify/index.js'
import querystring from 'querystring-es3/index.js'
import stringDecoder from 'string_decoder/lib/string_decoder.js'
import url from 'url/url.js'
import { AsyncLocalStorage, AsyncResource } from '../async-local-storage.ts'
import { currentHooks } from '../hooks.ts'
import { bufferModule } from './buffer.ts'
import { cryptoModule } from './crypto.ts'
import { fsModule, fsPromisesModule } from './fs.ts'
import { streamModule } from './stream.ts'
import { utilModule } from './util.ts'
import { zlibModule } from './zlib.ts'

function assert(value: unknown, message?: string): asserts value {
  if (!value) throw new Error(message ?? 'The expression evaluated to a falsy value')
}

const timerNames = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'clearImmediate',
] as const

/** Late: event-loop.ts puts its own in place of the worker's. */
function timersModule(): object {
  return Object.fromEntries(
    timerNames.map((name) => [
      name,
      (...values: unknown[]) => Reflect.apply(Reflect.get(globalThis, name), globalThis, values),
    ]),
  )
}

const timersPromises = {
  setTimeout: (ms: number, value: unknown) =>
    new Promise((resolve) => setTimeout(() => resolve(value), ms)),
  setImmediate: (value: unknown) =>
    new Promise((resolve) =>
      Reflect.apply(Reflect.get(globalThis, 'setImmediate'), null, [() => resolve(value)]),
    ),
}

const urlModule = {
  ...url,
  URL,
  URLSearchParams,
  fileURLToPath: (file: string | URL) => decodeURIComponent(new URL(file).pathname),
  pathToFileURL: (file: string) => new URL(`file://${encodeURI(file)}`),
}

class SourceMap {
  readonly payload: object
  constructor(payload: object) {
    this.payload = payload
  }
}

const moduleModule = {
  isBuiltin: (id: string) => requireNode(id) !== undefined,
  createRequire: () => Reflect.get(globalThis, 'require'),
  findSourceMap: (address: string) => currentHooks().findSourceMap(address),
  SourceMap,
}

const channel = () => ({
  hasSubscribers: false,
  publish: () => undefined,
  subscribe: () => undefined,
})

const EMPTY = [
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'http',
  'http2',
  'https',
  'inspector',
  'net',
  'readline',
  'repl',
  'tls',
  'v8',
  'vm',
  'worker_threads',
]

const modules: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(EMPTY.map((name) => [name, {}])),
  assert: Object.assign(assert, { ok: assert, strict: assert }),
  async_hooks: {
    AsyncLocalStorage,
    AsyncResource,
    createHook: () => ({ enable: () => undefined, disable: () => undefined }),
    executionAsyncId: () => 1,
    triggerAsyncId: () => 0,
  },
  buffer: bufferModule,
  console,
  constants: {},
  crypto: cryptoModule,
  diagnostics_channel: { channel, tracingChannel: channel },
  events: Object.assign(EventEmitter, { EventEmitter }),
  fs: fsModule,
  'fs/promises': fsPromisesModule,
  module: moduleModule,
  os: {
    EOL: '\n',
    platform: () => 'linux',
    tmpdir: () => '/tmp',
    homedir: () => '/',
    cpus: () => [],
    hostname: () => 'localhost',
  },
  path: Object.assign(path, { posix: path, win32: path }),
  'path/posix': path,
  perf_hooks: { performance },
  querystring,
  stream: streamModule,
  'stream/promises': streamModule.promises,
  'stream/web': {
    ReadableStream,
    WritableStream,
    TransformStream,
    CompressionStream,
    DecompressionStream,
    TextDecoderStream,
    TextEncoderStream,
  },
  string_decoder: stringDecoder,
  timers: timersModule(),
  'timers/promises': timersPromises,
  tty: { isatty: () => false },
  url: urlModule,
  util: utilModule,
  'util/types': Reflect.get(utilModule, 'types') ?? {},
  zlib: zlibModule,
}

/** With or without `node:`; undefined when Node has no such module, or we have no stand-in for it. */
export function requireNode(id: string): unknown {
  const name = id.replace(/^node:/, '')
  if (name === 'process') return Reflect.get(globalThis, 'process')
  return Object.hasOwn(modules, name) ? modules[name] : undefined
}
