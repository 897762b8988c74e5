// What an edit means for the open pages: which client modules changed, and whether the server's tree did. Compared by
// the text that the page would load, so a change that compiles to the same sends nothing.
import type { App } from '../app.ts'
import type { KernelPageMessage, ModuleId } from '../contract.ts'
import type { ModuleNode } from '../graph/module-node.ts'
import { clientModuleText } from '../routes/client-chunk.ts'
import type { RouteEntry } from '../routes/route-entry.ts'

export type PageUpdate = Extract<KernelPageMessage, { type: 'update' }>

/** The app as the pages know it, before a change. */
export interface Snapshot {
  readonly client: ReadonlyMap<ModuleId, ModuleNode>
  readonly server: ReadonlyMap<ModuleId, ModuleNode>
}

export function takeSnapshot(app: App): Snapshot {
  const entries = [...app.entries.values()]
  return {
    client: byId(entries.flatMap((entry) => entry.client)),
    server: byId(entries.flatMap((entry) => entry.server)),
  }
}

/** null when no page would look different. */
export function updateSince(
  app: App,
  before: Snapshot,
  changed: readonly RouteEntry[],
  version: number,
): PageUpdate | null {
  const modules: Record<ModuleId, string> = {}
  let refreshServer = false
  for (const entry of changed) {
    for (const node of entry.client) {
      const old = before.client.get(node.id)
      if (old === node) continue
      if (node.css !== null && old?.css !== node.css) refreshServer = true
      if (old && sameText(app, old, node)) continue
      modules[node.id] = clientModuleText(node, app.options)
    }
    refreshServer ||= entry.server.some((node) => differs(before.server.get(node.id), node))
  }
  if (Object.keys(modules).length === 0 && !refreshServer) return null
  const chunks = Object.fromEntries(
    changed.map(({ chunk, client }) => [chunk, client.map(({ id }) => id)]),
  )
  return {
    type: 'update',
    version,
    modules,
    importers: clientImporters(app),
    chunks,
    refreshServer,
  }
}

function sameText(app: App, before: ModuleNode, after: ModuleNode): boolean {
  return clientModuleText(before, app.options) === clientModuleText(after, app.options)
}

/** A client boundary changes the server's tree only when its exports do. */
function differs(before: ModuleNode | undefined, after: ModuleNode): boolean {
  if (before === after) return false
  if (!before) return true
  if (before.body.kind === 'script' && after.body.kind === 'script')
    return before.body.linked !== after.body.linked
  return before.css !== after.css || JSON.stringify(before.body) !== JSON.stringify(after.body)
}

function clientImporters(app: App): Record<ModuleId, readonly ModuleId[]> {
  const all = app.graph.importers()
  const client = [...app.graph.nodes.values()].filter((node) => node.layer === 'client')
  return Object.fromEntries(client.map((node) => [node.id, all.get(node.id) ?? []]))
}

function byId(nodes: readonly ModuleNode[]): Map<ModuleId, ModuleNode> {
  return new Map(nodes.map((node) => [node.id, node]))
}
