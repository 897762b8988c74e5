// A write of the learner's: the files, then the routes that are open, then what it means for the pages. Routes that
// nobody asked for yet are not built, but a changed file is always compiled, so that its mistakes show at once.
import type { FileChanges } from '../../wire/files.ts'
import type { App } from '../app.ts'
import type { CompileClient } from '../compiler/compile-client.ts'
import { isConfigFile } from '../config/evaluate-config.ts'
import type { Settings } from '../config/settings.ts'
import { isEnvironmentFile } from '../files/env-files.ts'
import type { FrontendFiles } from '../files/frontend-files.ts'
import { NOT_FOUND, type Route } from '../routes/route-table.ts'
import type { RouteEntry } from '../routes/route-entry.ts'
import { takeSnapshot, updateSince, type PageUpdate, type Snapshot } from './page-update.ts'

interface ChangeHost {
  readonly app: App
  readonly files: FrontendFiles
  readonly compiler: CompileClient
  readonly settings: Settings
}

export interface ChangeOutcome {
  readonly changed: ReadonlySet<string>
  /** The app before, as the pages know it. */
  readonly before: Snapshot
  readonly update: PageUpdate | null
  /** Open pages must load again: what they were compiled with changed. */
  readonly mustReload: boolean
  /** What keeps open routes from being built; one per file. */
  readonly faults: readonly unknown[]
}

/** `baseline`: what the pages last heard of, when an update could not be sent since. */
export async function applyChanges(
  host: ChangeHost,
  changes: FileChanges,
  version: number,
  baseline: Snapshot | null,
): Promise<ChangeOutcome> {
  const { app, files } = host
  const before = baseline ?? takeSnapshot(app)
  const routesBefore = await listRoutes(app)
  // In a turn of its own: a route that is being built must not see half of it.
  const changed = await app.turns.take(async () => {
    const paths = files.apply(changes)
    app.invalidate(paths)
    if ([...paths].some(isSettingsFile)) await reloadSettings(host, paths)
    return paths
  })
  if (changed.size === 0) return { changed, before, update: null, mustReload: false, faults: [] }
  const { built, faults } = await rebuildOpen(app)
  if (host.settings.fault) faults.unshift(host.settings.fault.cause)
  faults.push(...(await compileUnreached(host, changed)))
  const mustReload = [...changed].some(isSettingsFile)
  const update = updateSince(app, before, built, version)
  if (mustReload || update?.refreshServer) app.serverRevision += 1
  if (routesBefore === (await listRoutes(app)))
    return { changed, before, update, mustReload, faults }
  // A page that shows a 404 may have got its route: no module of it changed, the answer did.
  const newRoutes: PageUpdate = {
    type: 'update',
    version,
    modules: {},
    importers: {},
    chunks: {},
    refreshServer: true,
  }
  return {
    changed,
    before,
    update: update ? { ...update, refreshServer: true } : newRoutes,
    mustReload,
    faults,
  }
}

function isSettingsFile(path: string): boolean {
  return isEnvironmentFile(path) || isConfigFile(path)
}

async function reloadSettings(
  { app, settings }: ChangeHost,
  changed: ReadonlySet<string>,
): Promise<void> {
  if ([...changed].some(isConfigFile)) {
    const needsRestart = await settings.readAgain()
    if (needsRestart)
      console.warn('next.config changed in a way that needs a restart of Next.js to take effect.')
  } else settings.applyEnvironment()
  app.clear()
}

async function rebuildOpen(app: App): Promise<{ built: RouteEntry[]; faults: unknown[] }> {
  const built: RouteEntry[] = []
  const faults: unknown[] = []
  try {
    const { routes } = await app.routes()
    const open = [...routes, NOT_FOUND].filter((route) => app.opened.has(route.page))
    for (const route of open) {
      try {
        built.push(await app.ensure(route))
      } catch (cause) {
        faults.push(cause)
      }
    }
  } catch (cause) {
    // Two pages on one path, and the like: no route can be built at all.
    faults.push(cause)
  }
  return { built, faults }
}

/** What can be asked for; equal before and after when no route came or went. */
async function listRoutes(app: App): Promise<string> {
  const { routes } = await app.routes().catch(() => ({ routes: [] }))
  return routes.map((route) => `${route.page} ${route.file}`).join('\n')
}

/** Changed scripts that no open route reaches. */
async function compileUnreached(
  { app, files, compiler }: ChangeHost,
  changed: ReadonlySet<string>,
): Promise<unknown[]> {
  const reached = new Set([...app.graph.nodes.values()].map((node) => node.file))
  const faults: unknown[] = []
  for (const file of changed) {
    const source = files.text(file)
    if (
      source === undefined ||
      reached.has(file) ||
      !/\.[mc]?[jt]sx?$/.test(file) ||
      file.endsWith('.d.ts')
    )
      continue
    try {
      await compiler.compile(file, source, 'rsc')
    } catch (cause) {
      if (!(await isForPageOnly(compiler, file, source))) faults.push(cause)
    }
  }
  return faults
}

/** Pages, layouts and their kin begin on the server; who will import another file is not known yet. */
const BEGINS_ON_SERVER = /\/(page|layout|template|default|not-found|route|proxy)\.[mc]?[jt]sx?$/

/** What is wrong on the server may be right in the page: a hook, `client-only`. */
async function isForPageOnly(
  compiler: CompileClient,
  file: string,
  source: string,
): Promise<boolean> {
  if (BEGINS_ON_SERVER.test(file)) return false
  return compiler.compile(file, source, 'client').then(
    () => true,
    () => false, // wrong in both: the first says so
  )
}

/** Every route, for `errors()`. */
export async function buildAll(app: App): Promise<unknown[]> {
  const faults: unknown[] = []
  const { routes } = await app.routes()
  for (const route of [...routes, NOT_FOUND] satisfies Route[]) {
    await app.ensure(route).catch((cause: unknown) => faults.push(cause))
  }
  return faults
}
