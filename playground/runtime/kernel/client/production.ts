// Entry of client.js, production flavour: runs in the learner's page around webpack's runtime (tools/kernel-build,
// client-bundle.mjs). No updates: a production page changes by loading it again.
import type { KernelFlags } from '../contract.ts'
import { setFlagsFromScript } from './flags.ts'
import { completeRequire, type BuiltRequire } from './page-require.ts'

/** Before any module is evaluated. */
export function prepare(defaults: KernelFlags): void {
  setFlagsFromScript(defaults)
}

/** When webpack's runtime stands, before Next's client starts. */
export function complete(require: BuiltRequire): void {
  completeRequire(require)
}
