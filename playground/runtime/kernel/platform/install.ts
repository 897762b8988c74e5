// Node's surroundings in the kernel worker: the worker's first import, before anything of Next's or ours.
// The order of the imports is the order in which each needs the one before; see contract.ts for what comes after.
// It knows nothing of Next but the three things that Next's modules read while they are evaluated.
import './install-context.ts'
import { process } from './install-process.ts'
import { Buffer } from './node/buffer.ts'
import { requireNode } from './node/require-node.ts'
import { toWebStream } from './node/stream.ts'
import type { KernelFlags } from '../contract.ts'
import { AsyncLocalStorage } from './async-local-storage.ts'
import { timeoutSignal } from './held-timeouts.ts'
import { currentHooks } from './hooks.ts'
import { completeStreams } from './stream-iteration.ts'
import { acceptNodeStreams } from './web-classes.ts'

export { setHeld } from './held-timeouts.ts'
export { setHooks } from './hooks.ts'

/** The browser's own; request handling puts another on globalThis. */
export const nativeFetch = globalThis.fetch.bind(globalThis)

completeStreams(ReadableStream.prototype)
acceptNodeStreams((stream) => toWebStream(stream as Parameters<typeof toWebStream>[0]))
Object.assign(AbortSignal, { timeout: timeoutSignal })
Object.assign(globalThis, {
  Buffer,
  AsyncLocalStorage,
  // server.js and toolchain.js are modules of their own and find the platform by these names.
  __kernelRequireNode: requireNode,
  __kernelHooks: currentHooks,
  __kernelFlags: {},
})

/** Replaces the whole environment of `process.env`. Before server.js is loaded; later calls reach only later readers. */
export function setEnvironment(variables: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, variables)
}

/** What Next's bundler would have inlined (contract.ts, `KernelFlags`). Before server.js is loaded. */
export function setFlags(flags: KernelFlags): void {
  Object.assign(globalThis, { __kernelFlags: flags })
}
