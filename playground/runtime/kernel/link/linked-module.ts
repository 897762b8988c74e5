// What the linker makes of one ES module. Plain data: it crosses ports and is shipped with starters.

export interface LinkedModule {
  readonly code: string
  /** Static requests in the order in which they must run. */
  readonly requests: readonly string[]
  /** Literal `import()` and `require()` requests. */
  readonly lazyRequests: readonly string[]
  /** Exported name and the expression that reads it. */
  readonly exports: readonly (readonly [name: string, expression: string])[]
  /** Indexes into `requests` of `export * from`. */
  readonly stars: readonly number[]
  /** Local name of a hoisted anonymous `export default function`, which must be called "default". */
  readonly unnamedDefault: string | null
  /** `generator`: each await became a yield, so that the async context survives. `native`: it did not. */
  readonly topLevelAwait: 'none' | 'generator' | 'native'
}

export interface LinkOptions {
  /** Server layers: native await would drop AsyncLocalStorage. */
  readonly awaitAsYield: boolean
  /** `process.env.<name>` becomes this value, as webpack's DefinePlugin does it. */
  readonly environment?: Readonly<Record<string, string>>
}
