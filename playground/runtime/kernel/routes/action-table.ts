// The server actions found so far, as Next's manifest wants them, and the modules it reaches them by: one per file,
// exporting each action under its id.
import type { ModuleFunction, ModuleId, WebpackRequire } from '../contract.ts'
import type { FoundAction, RouteEntry } from './route-entry.ts'
import { NOT_FOUND, type Route } from './route-table.ts'

interface ActionManifestEntry {
  readonly workers: Readonly<
    Record<string, { readonly moduleId: ModuleId; readonly async: boolean }>
  >
  readonly layer: Readonly<Record<string, 'rsc'>>
  readonly filename: string
  readonly exportedName: string
}

export interface ActionManifest {
  readonly node: Readonly<Record<string, ActionManifestEntry>>
  readonly edge: Readonly<Record<string, never>>
  readonly encryptionKey: string
}

/** Puts the actions' modules into the table. An action can be called from every page: `workers` names them all. */
export function publishActions(
  webpack: WebpackRequire,
  entries: Iterable<RouteEntry>,
  routes: readonly Route[],
  asyncIds: ReadonlySet<ModuleId>,
): ActionManifest {
  const actions = new Map<string, FoundAction>()
  for (const entry of entries) for (const [id, action] of entry.actions) actions.set(id, action)
  const byModule = new Map<ModuleId, [id: string, action: FoundAction][]>()
  for (const [id, action] of actions) {
    const list = byModule.get(action.moduleId) ?? []
    byModule.set(action.moduleId, [...list, [id, action]])
  }
  for (const [moduleId, list] of byModule) {
    const workerId = actionModuleId(moduleId)
    delete webpack.c[workerId]
    webpack.m[workerId] = actionModule(moduleId, list)
  }
  const pages = [...routes, NOT_FOUND].map((route) => `app${route.page}`)
  const layer = Object.fromEntries(pages.map((page) => [page, 'rsc' as const]))
  const node: Record<string, ActionManifestEntry> = {}
  for (const [id, { moduleId, file, name }] of actions) {
    const worker = { moduleId: actionModuleId(moduleId), async: asyncIds.has(moduleId) }
    node[id] = {
      workers: Object.fromEntries(pages.map((page) => [page, worker])),
      layer,
      filename: file.slice(1),
      exportedName: name,
    }
  }
  return { node, edge: {}, encryptionKey: 'process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY' }
}

function actionModuleId(moduleId: ModuleId): ModuleId {
  return `${moduleId}?actions`
}

function actionModule(moduleId: ModuleId, list: readonly [string, FoundAction][]): ModuleFunction {
  return (module, exports, webpack) => {
    const publish = (target: object, source: unknown) => {
      for (const [id, { name }] of list)
        webpack.d(target, { [id]: () => Reflect.get(Object(source), name) })
      return target
    }
    const source = webpack.imp(moduleId)
    if (source instanceof Promise)
      module.exports = source.then((loaded: unknown) => publish({}, loaded))
    else publish(exports, source)
  }
}
