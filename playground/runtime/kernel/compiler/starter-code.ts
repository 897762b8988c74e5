// Compiled starter files: what `tools/precompile-starters` writes and the kernel reads. Every piece is keyed by the
// content it was made from, so a changed file is simply compiled. Nothing here is trusted beyond that key.
import type { LinkedModule } from '../link/linked-module.ts'
import type { RouteList } from '../routes/route-table.ts'
import type { ShippedBuild } from '../production/shipped-build.ts'
import type { CompiledModule, CompiledStyle } from './offer.ts'

export interface Keyed<Out> {
  /** contentHash of what it was made from. */
  readonly key: string
  readonly value: Out
}

export interface StarterCode {
  /** Settings that all but modules and routes belong to; another value makes those useless. */
  readonly settingsKey: string
  /** `<layer> <file>` -> module. Keyed by settings and content: next.config is compiled before its own settings hold. */
  readonly modules: Readonly<Record<string, Keyed<CompiledModule>>>
  /** File -> stylesheet. */
  readonly styles: Readonly<Record<string, Keyed<CompiledStyle>>>
  /** What Next's loaders wrote, linked. Keyed by its own text's source: listing and options. */
  readonly generated: Readonly<Record<string, Keyed<LinkedModule>>>
  /** Keyed by the listing. */
  readonly routes: Keyed<RouteList> | null
  /** Production only. Keyed by all files and the environment. */
  readonly build: Keyed<ShippedBuild> | null
}

export const NO_STARTER: StarterCode = {
  settingsKey: '',
  modules: {},
  styles: {},
  generated: {},
  routes: null,
  build: null,
}
