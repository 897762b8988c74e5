// `process` as Next's server code and its npm packages see it, in the kernel worker. One process that never ends;
// its environment is set at boot (install.ts) and its ticks come from event-loop.ts.
import type { EventLoop } from './event-loop.ts'

const NODE_VERSION = '22.20.0'

export interface NodeProcess {
  env: Record<string, string | undefined>
  nextTick: EventLoop['nextTick']
  [field: string]: unknown
}

const nothing = () => undefined

export function createProcess(nextTick: EventLoop['nextTick']): NodeProcess {
  const start = performance.now()
  const output = { write: () => true, isTTY: false, on: nothing }
  const node: NodeProcess = {
    env: {},
    nextTick,
    title: 'next',
    pid: 1,
    ppid: 0,
    platform: 'linux',
    arch: 'x64',
    argv: ['node', 'next'],
    execArgv: [],
    execPath: '/node',
    version: `v${NODE_VERSION}`,
    versions: { node: NODE_VERSION },
    release: { name: 'node' },
    features: {},
    stdout: output,
    stderr: output,
    cwd: () => '/',
    uptime: () => (performance.now() - start) / 1000,
    hrtime: Object.assign(hrtime, { bigint: () => BigInt(Math.round(performance.now() * 1e6)) }),
    memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
    emitWarning: (warning: unknown) => console.warn(warning),
    exit: (code: number) => {
      throw new Error(`process.exit(${code}): there is no process to end here.`)
    },
    emit: () => false,
    listenerCount: () => 0,
    listeners: () => [],
    rawListeners: () => [],
  }
  for (const method of LISTENER_METHODS) node[method] = () => node
  return node
}

/** Nothing is ever emitted, so nothing has to be kept. */
const LISTENER_METHODS = [
  'on',
  'once',
  'off',
  'addListener',
  'removeListener',
  'removeAllListeners',
  'prependListener',
  'setMaxListeners',
]

function hrtime(before?: readonly [number, number]): [number, number] {
  const now = performance.now()
  const seconds = Math.floor(now / 1000)
  const nanoseconds = Math.round((now % 1000) * 1e6)
  if (!before) return [seconds, nanoseconds]
  const difference = (seconds - before[0]) * 1e9 + nanoseconds - before[1]
  return [Math.floor(difference / 1e9), difference % 1e9]
}
