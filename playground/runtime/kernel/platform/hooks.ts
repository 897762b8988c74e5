// The kernel's side of contract.ts's `KernelHooks`, held where harvested code can reach it. Runs in the kernel worker.
// It decides nothing: the manifests and files are request handling's and the graph's.
import type { KernelHooks } from '../contract.ts'

let hooks: KernelHooks | null = null

/** Before server.js is loaded. */
export function setHooks(value: KernelHooks): void {
  hooks = value
}

export function currentHooks(): KernelHooks {
  if (!hooks) throw new Error("The kernel's hooks were asked for before setHooks.")
  return hooks
}
