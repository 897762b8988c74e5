// The learner's modules, per layer: built on demand, built anew when what they were made from changed, dropped from
// webpack's cache with everything that imports them. State in untouched modules survives an edit.
import type { KernelServer, Layer, ModuleId } from '../contract.ts'
import { buildNode, type BuildContext } from './build-node.ts'
import { defineModule, type EvaluationHost } from './evaluate.ts'
import type { ModuleNode } from './module-node.ts'
import { moduleId, type Resource } from './resource.ts'

export interface GraphRoot {
  readonly resource: Resource
  readonly layer: Layer
}

export class ModuleGraph {
  readonly nodes = new Map<ModuleId, ModuleNode>()
  /** Modules with top-level await, and those that import one. */
  readonly asyncIds = new Set<ModuleId>()
  private readonly context: BuildContext
  private readonly host: EvaluationHost

  constructor(context: BuildContext, server: KernelServer, flightId: ModuleId) {
    this.context = context
    this.host = { server, flightId, marks: this }
  }

  get(resource: Resource, layer: Layer): ModuleNode | undefined {
    return this.nodes.get(moduleId(resource, layer))
  }

  /**
   * Builds these modules and everything below them that is missing or stale, in parallel.
   * @throws the first CompileError or MissingModule, in the order of the imports
   */
  async ensure(roots: readonly GraphRoot[]): Promise<void> {
    const seen = new Set<ModuleId>()
    const faults = new Map<ModuleId, unknown>()
    const visit = async ({ resource, layer }: GraphRoot): Promise<void> => {
      const id = moduleId(resource, layer)
      if (seen.has(id)) return
      seen.add(id)
      try {
        const node = await this.fresh(resource, layer)
        await Promise.all(
          node.dependencies.map((dependency) => visit({ resource: dependency, layer })),
        )
      } catch (cause) {
        faults.set(id, cause)
      }
    }
    await Promise.all(roots.map(visit))
    for (const id of seen) if (faults.has(id)) throw faults.get(id)
    this.markAsync()
  }

  /** A module and all below it, importers before what they import; each once. */
  reachable({ resource, layer }: GraphRoot): ModuleNode[] {
    const found = new Map<ModuleId, ModuleNode>()
    const visit = (one: Resource) => {
      const node = this.get(one, layer)
      if (!node || found.has(node.id)) return
      found.set(node.id, node)
      node.dependencies.forEach(visit)
    }
    visit(resource)
    return [...found.values()]
  }

  /** Who imports each module, static and lazy. */
  importers(): Map<ModuleId, ModuleId[]> {
    const importers = new Map<ModuleId, ModuleId[]>()
    for (const node of this.nodes.values()) {
      for (const dependency of node.dependencies) {
        const id = moduleId(dependency, node.layer)
        const known = importers.get(id)
        if (known) known.push(node.id)
        else importers.set(id, [node.id])
      }
    }
    return importers
  }

  /** Files changed: forgets the evaluated modules that were made from them, and their importers. */
  invalidate(changed: ReadonlySet<string>): void {
    const touched = [...this.nodes.values()].filter((node) =>
      [...node.inputs.keys()].some((path) => changed.has(path)),
    )
    this.dropEvaluated(touched.map((node) => node.id))
  }

  /** Every module anew: settings changed, or the files were replaced. */
  clear(): void {
    this.dropEvaluated([...this.nodes.keys()])
    this.nodes.clear()
    this.asyncIds.clear()
  }

  private dropEvaluated(ids: readonly ModuleId[]): void {
    const importers = this.importers()
    const seen = new Set<ModuleId>()
    const open = [...ids]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      delete this.host.server.webpack.c[id]
      open.push(...(importers.get(id) ?? []))
    }
  }

  private async fresh(resource: Resource, layer: Layer): Promise<ModuleNode> {
    const known = this.get(resource, layer)
    if (known && this.isFresh(known)) return known
    const node = await buildNode(this.context, resource, layer)
    this.nodes.set(node.id, node)
    if (known && isSameCode(known, node)) return node
    if (known) this.dropEvaluated([node.id])
    defineModule(this.host, node)
    return node
  }

  private isFresh(node: ModuleNode): boolean {
    const { files, entries } = this.context
    if (node.listingVersion !== files.listingVersion) return false
    if ((node.scannedVersion ?? files.contentVersion) !== files.contentVersion) return false
    if (entries.has(node.resource)) return node.body === entries.get(node.resource)
    return [...node.inputs].every(([path, content]) => files.get(path) === content)
  }

  /** Spreads "async" from modules with top-level await up their static importers. */
  private markAsync(): void {
    this.asyncIds.clear()
    let grew = true
    while (grew) {
      grew = false
      for (const node of this.nodes.values()) {
        if (this.asyncIds.has(node.id) || !this.isAsync(node)) continue
        this.asyncIds.add(node.id)
        grew = true
      }
    }
  }

  private isAsync({ body, ids }: ModuleNode): boolean {
    if (body.kind !== 'script') return false
    if (body.linked.topLevelAwait !== 'none') return true
    return body.linked.requests.some((request) => this.asyncIds.has(ids.get(request) ?? ''))
  }
}

function isSameCode(before: ModuleNode, after: ModuleNode): boolean {
  const sameIds =
    before.ids.size === after.ids.size &&
    [...before.ids].every(([key, id]) => after.ids.get(key) === id)
  if (!sameIds || before.css !== after.css) return false
  if (before.body.kind === 'script' && after.body.kind === 'script')
    return before.body.linked === after.body.linked
  return JSON.stringify(before.body) === JSON.stringify(after.body)
}
