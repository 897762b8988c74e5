// webpack's own runtime in the learner's page, completed by what linked modules call (contract.ts, `WebpackRequire`).
// Chunk loading stays webpack's.
import type { WebpackRequire } from '../contract.ts'
import { startAsyncModule } from '../webpack/async-module.ts'
import { addInterop } from '../webpack/interop.ts'

/** webpack leaves out of a runtime what its own modules do not use. */
export type BuiltRequire = Omit<WebpackRequire, 'a' | 'imp' | 'star' | 'spawn'> &
  Partial<Pick<WebpackRequire, 'a'>> & {
    (id: string): unknown
    /** Hash of the build, when the development client is in it. */
    h?(): string
  }

export function completeRequire(require: BuiltRequire): WebpackRequire {
  return addInterop(Object.assign(require, { a: require.a ?? startAsyncModule }))
}
