// One route, ready to answer: Next's app loader writes its tree, the graph builds what the tree imports in all three
// layers, and the manifests that Next asks for are made from what was found. Built on demand, as `next dev` does.
import type { ClientReferenceManifest, KernelToolchain, ModuleId } from '../contract.ts'
import type { CompileClient } from '../compiler/compile-client.ts'
import { CompileError } from '../errors/compile-error.ts'
import type { FrontendFiles } from '../files/frontend-files.ts'
import type { ModuleBody, ModuleNode } from '../graph/module-node.ts'
import type { ModuleGraph } from '../graph/module-graph.ts'
import type { Resource } from '../graph/resource.ts'
import type { EntryStyle } from '../styles/entry-style.ts'
import { runAppLoader } from './next-loaders.ts'
import { PAGE_EXTENSIONS, type Route, type RouteTable } from './route-table.ts'

export interface FoundAction {
  readonly moduleId: ModuleId
  readonly name: string
  readonly file: string
}

export interface RouteEntry {
  readonly route: Route
  /** The module that Next's template exports its handler from. */
  readonly resource: Resource
  readonly server: readonly ModuleNode[]
  /** `'use client'` modules that server components import. */
  readonly boundaries: readonly ModuleNode[]
  readonly client: readonly ModuleNode[]
  readonly actions: ReadonlyMap<string, FoundAction>
  /** Name of the chunk with the learner's client modules, by their content. */
  readonly chunk: string
  readonly styles: readonly EntryStyle[]
  readonly references: ClientReferenceManifest
}

export interface EntryContext {
  readonly files: FrontendFiles
  readonly compiler: CompileClient
  readonly graph: ModuleGraph
  readonly isDevelopment: boolean
  /** `experimental.globalNotFound` of next.config. */
  readonly hasGlobalNotFound: boolean
  readonly entries: Map<Resource, ModuleBody>
  toolchain(): Promise<KernelToolchain>
  finish(found: FoundModules): RouteEntry
}

export interface FoundModules {
  readonly route: Route
  readonly resource: Resource
  readonly server: readonly ModuleNode[]
  readonly boundaries: readonly ModuleNode[]
  readonly client: readonly ModuleNode[]
}

/** @throws CompileError, MissingModule, or a Next loader's own error (two pages on one path, no root layout) */
export async function buildRouteEntry(
  context: EntryContext,
  table: RouteTable,
  route: Route,
): Promise<RouteEntry> {
  const { graph } = context
  const resource = `/__entry${route.page}`
  context.entries.set(resource, await entryBody(context, table, route))
  await graph.ensure([{ resource, layer: 'rsc' }])
  const boundaries = graph
    .reachable({ resource, layer: 'rsc' })
    .filter((node) => node.body.kind === 'client-reference')
  await graph.ensure(
    boundaries.flatMap(({ resource: boundary }) => [
      { resource: boundary, layer: 'client' as const },
      { resource: boundary, layer: 'ssr' as const },
    ]),
  )
  const client = unique(
    boundaries.flatMap((node) => graph.reachable({ resource: node.resource, layer: 'client' })),
  )
  // Actions that client modules import run in the rsc layer, which nothing else there may import.
  const called = client.filter((node) => node.actions !== null).map((node) => node.resource)
  await graph.ensure(called.map((one) => ({ resource: one, layer: 'rsc' as const })))
  const server = unique(
    [resource, ...called].flatMap((one) => graph.reachable({ resource: one, layer: 'rsc' })),
  )
  return context.finish({ route, resource, server, boundaries, client })
}

async function entryBody(
  context: EntryContext,
  table: RouteTable,
  route: Route,
): Promise<ModuleBody> {
  const options = appLoaderOptions(context, table, route)
  const madeFrom = `${context.files.listingKey()} ${JSON.stringify(options)}`
  const write = async () => {
    const toolchain = await context.toolchain()
    const run = (more: object) => runAppLoader(context, toolchain, { ...options, ...more })
    try {
      // Without `isDev` it lists the static siblings of a dynamic segment, as Turbopack does in development too. With it,
      // it says what is missing, and does not end the process.
      return await run({}).catch((cause: unknown) => {
        if (context.isDevelopment) return run({ isDev: true })
        throw cause
      })
    } catch (cause) {
      // No root layout, two pages on one path: the loader's own sentence, about this route's file.
      const message = cause instanceof Error ? cause.message : String(cause)
      throw new CompileError({ file: route.file ?? table.appDir, message, place: null })
    }
  }
  const linked = await context.compiler.generated(`entry ${route.page}`, madeFrom, write)
  const known = context.entries.get(`/__entry${route.page}`)
  // The same body again keeps the evaluated module.
  return known?.kind === 'script' && known.linked === linked ? known : { kind: 'script', linked }
}

function appLoaderOptions(context: EntryContext, table: RouteTable, route: Route): object {
  const pagePath =
    route.file === null
      ? 'next/dist/client/components/builtin/not-found.js'
      : `private-next-app-dir${route.file.slice(table.appDir.length)}`
  return {
    name: `app${route.page}`,
    page: route.page,
    pagePath,
    appDir: table.appDir,
    appPaths: route.appPaths,
    allNormalizedAppPaths: table.allPaths,
    pageExtensions: PAGE_EXTENSIONS,
    basePath: '',
    rootDir: '/',
    ...(context.hasGlobalNotFound ? { isGlobalNotFoundEnabled: true } : {}),
    nextConfigOutput: '',
    preferredRegion: '',
    middlewareConfig: 'e30=',
    explicitParallelRouteChildren: true,
    strictRouteMatching: true,
    isFinalRouteMatcher: true,
  }
}

function unique(nodes: readonly ModuleNode[]): ModuleNode[] {
  return [...new Map(nodes.map((node) => [node.id, node])).values()]
}
