// First of all in the learner's page: the flags that Next's client code reads while it is evaluated, taken from this
// script's own address (kernel/flags.ts).
import type { KernelFlags } from '../contract.ts'
import { flagsOfScript } from '../flags.ts'

/** @returns the script's address, for those who load its neighbours */
export function setFlagsFromScript(defaults: KernelFlags): string {
  const script = document.currentScript
  const src = script instanceof HTMLScriptElement ? script.src : ''
  Object.assign(globalThis, { __kernelFlags: { ...defaults, ...flagsOfScript(src) } })
  return src
}
