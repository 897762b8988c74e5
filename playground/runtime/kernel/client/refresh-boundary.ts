// Which modules Fast Refresh may replace without a reload: those that export components only. The rules are the ones of
// Next's own bundler plugin (next/dist/compiled/@next/react-refresh-utils), whose code wants webpack's `module.hot`.
// In the learner's page.

/** react-refresh/runtime, what of it is used. */
export interface RefreshRuntime {
  register(type: unknown, id: string): void
  getFamilyByType(type: unknown): unknown
  isLikelyComponentType(type: unknown): boolean
  performReactRefresh(): unknown
  createSignatureFunctionForTransform(): () => unknown
  injectIntoGlobalHook(scope: object): void
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Own exports in order; one that a cycle has not filled yet is left out. */
function readExports(exports: object): [name: string, value: unknown][] {
  return Object.keys(exports).flatMap((name): [string, unknown][] => {
    if (name === '__esModule') return []
    try {
      return [[name, Reflect.get(exports, name)]]
    } catch {
      // A binding in its dead zone: the module it comes from is being evaluated.
      return []
    }
  })
}

export function isRefreshBoundary(runtime: RefreshRuntime, exports: unknown): boolean {
  if (runtime.isLikelyComponentType(exports)) return true
  if (!isObject(exports)) return false
  const all = readExports(exports)
  return all.length > 0 && all.every(([, value]) => runtime.isLikelyComponentType(value))
}

/** Names each export, so that importers of `export default wrap(Component)` find the new one. */
export function registerExports(runtime: RefreshRuntime, id: string, exports: unknown): void {
  runtime.register(exports, `${id} %exports%`)
  if (!isObject(exports)) return
  for (const [name, value] of readExports(exports))
    runtime.register(value, `${id} %exports% ${name}`)
}

/** Equal before and after when the module kept its exports and their components. */
export function boundarySignature(runtime: RefreshRuntime, exports: unknown): readonly unknown[] {
  const own = runtime.getFamilyByType(exports)
  if (!isObject(exports)) return [own]
  return [
    own,
    ...readExports(exports).flatMap(([name, value]) => [name, runtime.getFamilyByType(value)]),
  ]
}

export function isSameSignature(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((value, index) => value === after[index])
}
