// Applies an update to the learner's page: changed modules go into the table, those that depend on them are evaluated anew
// up to the nearest Fast Refresh boundary, and React renders again with its state. Where no boundary is above a change,
// only a reload shows the truth. It talks to nobody: see development.ts.
import type { KernelPageMessage, ModuleFunction, ModuleId, WebpackRequire } from '../contract.ts'
import {
  boundarySignature,
  isRefreshBoundary,
  isSameSignature,
  registerExports,
  type RefreshRuntime,
} from './refresh-boundary.ts'

export type Update = Extract<KernelPageMessage, { type: 'update' }>
export type Outcome = 'refreshed' | 'needs-reload'

interface Table {
  readonly m: WebpackRequire['m']
  readonly c: WebpackRequire['c']
  (id: ModuleId): unknown
}

/** Evaluates a changed module's text; indirect, so that it sees the page's globals only. */
export function evaluateModuleText(id: ModuleId, text: string): ModuleFunction {
  // eslint-disable-next-line no-eval -- the kernel's own text; a script per module would be a request each
  return (0, eval)(`(${text})\n//# sourceURL=webpack-internal:///${id}`)
}

/** @throws what a changed module throws while it is evaluated */
export function applyUpdate(table: Table, runtime: RefreshRuntime, update: Update): Outcome {
  for (const [id, text] of Object.entries(update.modules))
    table.m[id] = evaluateModuleText(id, text)
  let changed = Object.keys(update.modules).filter((id) => table.c[id])
  // A boundary that stopped being one hands the change on to its importers; each round climbs, so it ends.
  while (changed.length > 0) {
    const plan = planUpdate(table, runtime, changed, update.importers)
    if (plan === null) return 'needs-reload'
    const before = new Map(
      plan.boundaries.map((id) => [id, registeredSignature(table, runtime, id)]),
    )
    for (const id of plan.outdated) delete table.c[id]
    changed = []
    for (const id of plan.boundaries) {
      const exports = table(id)
      registerExports(runtime, id, exports)
      const kept = isSameSignature(before.get(id) ?? [], boundarySignature(runtime, exports))
      if (isRefreshBoundary(runtime, exports) && kept) continue
      const importers = evaluatedImporters(table, id, update.importers)
      if (importers.length === 0) return 'needs-reload'
      changed.push(...importers)
    }
  }
  runtime.performReactRefresh()
  return 'refreshed'
}

/** Exports get their names here and not when they are first evaluated: React asks only after an update. */
function registeredSignature(table: Table, runtime: RefreshRuntime, id: ModuleId) {
  const exports = table.c[id]?.exports
  registerExports(runtime, id, exports)
  return boundarySignature(runtime, exports)
}

interface Plan {
  readonly outdated: ReadonlySet<ModuleId>
  readonly boundaries: readonly ModuleId[]
}

/** Climbs from what changed to boundaries; null when it comes out at the top. */
function planUpdate(
  table: Table,
  runtime: RefreshRuntime,
  changed: readonly ModuleId[],
  importers: Update['importers'],
): Plan | null {
  const outdated = new Set<ModuleId>()
  const boundaries: ModuleId[] = []
  const queue = [...changed]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (outdated.has(id)) continue
    outdated.add(id)
    if (isRefreshBoundary(runtime, table.c[id]?.exports)) {
      boundaries.push(id)
      continue
    }
    const above = evaluatedImporters(table, id, importers)
    if (above.length === 0) return null
    queue.push(...above)
  }
  // Modules that import each other in a ring, and no boundary above.
  return boundaries.length > 0 ? { outdated, boundaries } : null
}

function evaluatedImporters(
  table: Table,
  id: ModuleId,
  importers: Update['importers'],
): ModuleId[] {
  return (importers[id] ?? []).filter((importer) => table.c[importer])
}
