// The learner's app as the kernel holds it: routes, their entries, the manifests that Next reads, the chunks and
// stylesheets that the page asks for. Building is one at a time; answering is not. Requests are in requests/.
import type {
  ClientReferenceManifest,
  KernelMeta,
  KernelServer,
  KernelToolchain,
  Layer,
} from './contract.ts'
import type { CompileClient } from './compiler/compile-client.ts'
import { CompileError } from './errors/compile-error.ts'
import type { FrontendFiles } from './files/frontend-files.ts'
import { BuildTurns } from './graph/build-turns.ts'
import type { ModuleBody } from './graph/module-node.ts'
import { ModuleGraph } from './graph/module-graph.ts'
import { moduleId, type Resource } from './graph/resource.ts'
import type { Resolver } from './graph/resolve.ts'
import type { PostcssConfig } from './config/postcss-config.ts'
import type { RouteHandlerModule } from './requests/run-route.ts'
import type { PrefetchHints } from './production/prerender-manifest.ts'
import { publishActions, type ActionManifest } from './routes/action-table.ts'
import { chunkName, chunkText, type ChunkOptions } from './routes/client-chunk.ts'
import { clientReferences } from './routes/client-references.ts'
import {
  buildRouteEntry,
  type EntryContext,
  type FoundAction,
  type FoundModules,
  type RouteEntry,
} from './routes/route-entry.ts'
import { createRouteTable, readRoutes, type Route, type RouteTable } from './routes/route-table.ts'
import { sourceRegex } from './manifests.ts'
import { serverMatching } from './routes/server-matching.ts'
import { entryStyles } from './styles/entry-style.ts'

export interface AppParts {
  readonly meta: KernelMeta
  readonly server: KernelServer
  readonly files: FrontendFiles
  readonly compiler: CompileClient
  readonly resolver: Resolver
  readonly postcss: PostcssConfig
  readonly tailwindUrl: string
  readonly isDevelopment: boolean
  hasGlobalNotFound(): boolean
  toolchain(): Promise<KernelToolchain>
  packageText(name: string, layer: Layer): Promise<string>
}

export class App {
  readonly graph: ModuleGraph
  readonly entries = new Map<string, RouteEntry>()
  readonly turns = new BuildTurns()
  /** Pages that were asked for; a write builds these again. */
  readonly opened = new Set<string>()
  actions: ActionManifest = { node: {}, edge: {}, encryptionKey: '' }
  private readonly parts: AppParts
  private readonly entryBodies = new Map<Resource, ModuleBody>()
  /** The page's modules alone: an entry holds the server's too, and a build of every edit would stay with it. */
  private readonly chunks = new Map<string, RouteEntry['client']>()
  private readonly styles = new Map<string, string>()
  /** Milliseconds since 1970, of the last change of any stylesheet: what stands behind `?v=` in development. */
  stylesVersion = Date.now()
  private readonly chunkOptions: ChunkOptions
  /** Entries of another version are built anew, which costs little when nothing they use changed. */
  private readonly builtVersions = new Map<string, number>()
  /** True while production/build-app.ts renders. */
  isBuilding = false
  /** Of the page that was rendered last while building, as Next found it: `revalidate` and `expire`. */
  cacheControl: { readonly revalidate?: unknown; readonly expire?: unknown } | null = null
  /** Of the last build, as Next measured it; its router asks for them. */
  readonly prefetchHints: PrefetchHints = {}
  /** Each handler once, before it first answers. */
  onHandler: (module: RouteHandlerModule) => void = () => undefined
  private readonly marked = new WeakSet<object>()
  /** Grows with every change of files. */
  version = 0
  /** Grows with every change of what the server renders. */
  serverRevision = 0
  private table: { listing: number; value: RouteTable } | null = null

  constructor(parts: AppParts) {
    this.parts = parts
    const flightId = parts.meta.specifiers.rsc['react-server-dom-webpack/server'] ?? ''
    this.graph = new ModuleGraph({ ...parts, entries: this.entryBodies }, parts.server, flightId)
    this.chunkOptions = { isDevelopment: parts.isDevelopment, marks: this.graph }
  }

  async routes(): Promise<RouteTable> {
    const { files } = this.parts
    if (this.table?.listing === files.listingVersion) return this.table.value
    const value = await this.readTable()
    this.table = { listing: files.listingVersion, value }
    return value
  }

  /** Of the routes as last read. */
  get interceptions(): RouteTable['interceptions'] {
    return this.table?.value.interceptions ?? []
  }

  mayBeIntercepted(pathname: string): boolean {
    return this.interceptions.some(({ source }) => new RegExp(sourceRegex(source)).test(pathname))
  }

  private async readTable(): Promise<RouteTable> {
    const { files, compiler, server, toolchain } = this.parts
    const shipped = compiler.shippedRoutes(files.listingKey())
    const matching = shipped && serverMatching(server)
    if (shipped && matching) return createRouteTable(matching, shipped)
    const tools = await toolchain()
    try {
      return createRouteTable(tools, readRoutes(tools, files))
    } catch (cause) {
      // Two names for one dynamic segment, and the like: Next's own sentence, about the app as a whole.
      const message = cause instanceof Error ? cause.message : String(cause)
      throw new CompileError({ file: '/app', message, place: null })
    }
  }

  /** Files changed: what was built of them is stale. */
  invalidate(changed: ReadonlySet<string>): void {
    this.version += 1
    // `generateImageMetadata` and kin change a metadata route's name without changing the list of files.
    if ([...changed].some((path) => /(icon|image|sitemap)\d*\.[jt]sx?$/.test(path)))
      this.table = null
    this.graph.invalidate(changed)
  }

  /** Everything anew. */
  clear(): void {
    this.version += 1
    this.table = null
    this.graph.clear()
    this.entries.clear()
    this.builtVersions.clear()
    this.entryBodies.clear()
  }

  /** @throws the learner's error that keeps the route from being built */
  ensure(route: Route): Promise<RouteEntry> {
    this.opened.add(route.page)
    const known = this.entries.get(route.page)
    if (known && this.builtVersions.get(route.page) === this.version) return Promise.resolve(known)
    return this.turns.take(() => this.build(route))
  }

  /** The route's handler; evaluates its modules when they are not. */
  async handlerOf(entry: RouteEntry): Promise<RouteHandlerModule> {
    const module = await this.parts.server.webpack(moduleId(entry.resource, 'rsc'))
    if (isHandlerModule(module)) return this.markBuildTime(module)
    throw new Error(`${entry.route.page} has no handler`)
  }

  /** Without this flag an aborted prerender drains for ever (kernel-node.md, question 3). */
  private markBuildTime(module: RouteHandlerModule): RouteHandlerModule {
    const { routeModule } = module
    if (!routeModule || this.marked.has(routeModule)) return module
    this.marked.add(routeModule)
    this.onHandler(module)
    for (const name of ['render', 'prerender'] as const) {
      const render = routeModule[name]
      if (!render) continue
      routeModule[name] = async (request, response, context) => {
        const isBuilding = this.isBuilding && context?.renderOpts !== undefined
        if (isBuilding) Object(context.renderOpts).isBuildTimePrerendering = true
        const rendered: unknown = await render.call(routeModule, request, response, context)
        if (isBuilding) this.keepResults(context.page, rendered)
        return rendered
      }
    }
    return module
  }

  /** Of the hints, the first of a page's paths decides, as in `next build`. */
  private keepResults(page: string | undefined, rendered: unknown): void {
    const { prefetchHints, cacheControl } = Object(Object(rendered).metadata)
    if (cacheControl) this.cacheControl = cacheControl
    if (page !== undefined && prefetchHints) this.prefetchHints[page] ??= prefetchHints
  }

  /** Fonts to preload, by convention file. */
  get fonts(): Readonly<Record<string, readonly string[]>> {
    const styles = [...this.entries.values()].flatMap((entry) => entry.styles)
    const withFonts = styles.filter(({ fonts }) => fonts.length > 0)
    return Object.fromEntries(withFonts.map(({ entry, fonts }) => [entry, fonts]))
  }

  references(page: string): ClientReferenceManifest {
    // Next asks for a folder `%5Fname` by its decoded name.
    const entry = this.entries.get(page) ?? this.entries.get(page.replaceAll('/_', '/%5F'))
    return entry?.references ?? this.parts.meta.clientReferences
  }

  chunk(name: string): string | undefined {
    const modules = this.chunks.get(name)
    return modules && chunkText(name, modules, this.chunkOptions)
  }

  style(name: string): string | undefined {
    return this.styles.get(name)
  }

  get options(): ChunkOptions {
    return this.chunkOptions
  }

  private async build(route: Route): Promise<RouteEntry> {
    const { version } = this
    const table = await this.routes()
    const entry = await buildRouteEntry(this.entryContext(), table, route)
    this.entries.set(route.page, entry)
    keepLatest(this.chunks, entry.chunk, entry.client)
    for (const { file, css } of entry.styles) {
      if ((this.styles.get(file) ?? css) !== css) this.stylesVersion = later(this.stylesVersion)
      keepLatest(this.styles, file, css)
    }
    const { webpack } = this.parts.server
    this.actions = publishActions(webpack, this.entries.values(), table.routes, this.graph.asyncIds)
    this.builtVersions.set(route.page, version)
    return entry
  }

  private entryContext(): EntryContext {
    const { files, compiler, isDevelopment, hasGlobalNotFound, toolchain } = this.parts
    return {
      files,
      compiler,
      isDevelopment,
      hasGlobalNotFound: hasGlobalNotFound(),
      toolchain,
      graph: this.graph,
      entries: this.entryBodies,
      finish: (found) => this.finish(found),
    }
  }

  private finish(found: FoundModules): RouteEntry {
    const { meta, isDevelopment } = this.parts
    const { asyncIds } = this.graph
    const chunk = chunkName(found.client, this.chunkOptions)
    const styles = entryStyles(found, isDevelopment)
    return {
      ...found,
      chunk,
      styles,
      actions: foundActions(found),
      references: clientReferences({ ...found, meta, styles, chunk, asyncIds }),
    }
  }
}

/** Pages of a while ago may still ask for their chunks and sheets; pages of long ago are closed. */
const KEPT = 200

/** Pages take the greater number for the newer sheet. */
const later = (before: number) => Math.max(before + 1, Date.now())

function keepLatest<Value>(kept: Map<string, Value>, name: string, value: Value): void {
  kept.delete(name)
  kept.set(name, value)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
}

function foundActions({ server }: FoundModules): Map<string, FoundAction> {
  const actions = new Map<string, FoundAction>()
  for (const node of server) {
    for (const [id, name] of Object.entries(node.actions ?? {})) {
      actions.set(id, { moduleId: node.id, name, file: node.file ?? '' })
    }
  }
  return actions
}

function isHandlerModule(value: unknown): value is RouteHandlerModule {
  return (
    typeof value === 'object' &&
    value !== null &&
    'handler' in value &&
    typeof value.handler === 'function'
  )
}
