// The kernel contract: everything outside these types is ours, everything behind them is Next's own code as
// tools/kernel-build harvested it. One file per flavour, so that another Next version is another build, not
// another kernel. Types only: nothing here runs.
//
// Built files, below `assets` (`…/__host__/kernel/`):
//   <flavour>/server.js    ES module, `KernelServer`: Next's module table for the rsc and ssr layers, its externals
//   <flavour>/client.js    classic script of the learner's page: client layer, webpack runtime, our client prelude;
//                          it starts Next's client itself, so it is the only root script (`rootMainFiles`)
//   <flavour>/overlay.js   development only, loaded by client.js when the page is idle: Next's dev overlay
//   <flavour>/meta.json    `KernelMeta`
//   toolchain.js           ES module, `KernelToolchain`: Next's build-time code, its entry templates within
//   tailwind.js            ES module, `TailwindChunk`: Tailwind 4, for apps that use it
//   swc.wasm               bytes for `@next/swc-wasm-web`
//
// How to load, in this order (each line needs the one before):
//   1. `import './platform/install.ts'` is the worker's first import: AsyncLocalStorage, Request/Response, process,
//      event-loop order, Buffer, Node's modules, all on globalThis.
//   2. `const meta: KernelMeta = await (await fetch(assets + flavour + '/meta.json')).json()`
//   3. `setEnvironment(variables)`, `setFlags(flags)`, `setHooks(hooks)` of platform/install.ts. Next reads its environment and
//      its flags while its modules are evaluated, so both must stand before the first of them is asked for.
//   4. `const server: KernelServer = await import(assets + flavour + '/server.js')` (V8 keeps compiled code of
//      modules in its cache; it does not for text that is evaluated), `toolchain.js` alike. Evaluating server.js runs no
//      module of Next's yet, so the import may begin right after line 1, beside the others.
//
// Also of use from platform/: `AsyncLocalStorage` (async-local-storage.ts), `NativeRequest`, `NativeResponse`
// (web-classes.ts), `nativeFetch` (install.ts), `requireNode` (node/require-node.ts: 'stream', 'buffer', …).
//
// Async functions of everything that runs inside a request are lowered to generators, because native `await`
// cannot carry AsyncLocalStorage: kernel.worker.ts is bundled with `LOWERED_ASYNC` of
// tools/kernel-build/lowered-async.mjs, server.js already is.

/** `(rsc)/./node_modules/next/…`, `(ssr)/…`, `(app-pages-browser)/…`: webpack's names. */
export type ModuleId = string

/** Webpack's names of the three copies that a module can have. */
export const LAYER_PREFIX = {
  rsc: '(rsc)',
  ssr: '(ssr)',
  client: '(app-pages-browser)',
} as const

export type Layer = keyof typeof LAYER_PREFIX

// ---- server.js -----------------------------------------------------------------------------------

export interface WebpackModule {
  id: ModuleId
  exports: unknown
  loaded: boolean
}

export type ModuleFunction = (
  this: unknown,
  module: WebpackModule,
  exports: object,
  require: WebpackRequire,
) => void

type Settle = (cause?: unknown) => void
type AwaitDependencies = (
  dependencies: readonly unknown[],
) => readonly unknown[] | Promise<() => readonly unknown[]>

/** The runtime of the module table, the same in the worker and in the page: webpack's names, and three of ours. */
export interface WebpackRequire {
  (id: ModuleId): unknown
  /** Module functions; put the learner's in here. */
  readonly m: Record<ModuleId, ModuleFunction>
  /** Evaluated modules; delete one to evaluate it anew. */
  readonly c: Record<ModuleId, WebpackModule>
  /** Defines getters on exports. */
  d(exports: object, getters: Record<string, () => unknown>): void
  /** Marks exports as an ES module. */
  r(exports: object): void
  o(object: object, key: string): boolean
  n(module: unknown): () => unknown
  t(value: unknown, mode: number): unknown
  /** Async module: `hasAwait` is true when the body itself has top-level await. */
  a(
    module: WebpackModule,
    body: (dependencies: AwaitDependencies, done: Settle) => unknown,
    hasAwait: boolean,
  ): void
  e(chunk: string): Promise<unknown>
  /** Ours: what `import * as x` sees of a module, CommonJS ones included. A promise for an async module. */
  imp(id: ModuleId): unknown
  /** Ours: `export * from`. Names already defined on `exports` win. */
  star(exports: object, module: object): void
  /** Ours: runs `function*` as an async function whose awaits keep AsyncLocalStorage. */
  spawn(body: () => Generator): Promise<unknown>
}

/** Every `@swc/helpers/_/<name>` is an id of the module table too, in the worker and in the page. */
export interface KernelServer {
  readonly webpack: WebpackRequire
  /** `next/dist/…` modules that Next keeps outside its bundles (`next/dist/server/web/adapter` for proxy.ts), and Node's. */
  requireExternal(id: string): unknown
  /** Next's patches of Math.random, Date, crypto and setImmediate; call once, only with cacheComponents on. */
  extendEnvironment(): void
}

// ---- meta.json -----------------------------------------------------------------------------------

export interface ModuleReference {
  readonly id: ModuleId
  readonly name: '*'
  readonly chunks: readonly string[]
  readonly async: boolean
}

/** `__RSC_MANIFEST[page]`, as Next reads it. */
export interface ClientReferenceManifest {
  moduleLoading: { prefix: string }
  clientModules: Record<string, ModuleReference>
  ssrModuleMapping: Record<ModuleId, { '*': ModuleReference }>
  rscModuleMapping: Record<ModuleId, { '*': ModuleReference }>
  edgeSSRModuleMapping: Record<ModuleId, { '*': ModuleReference }>
  edgeRscModuleMapping: Record<ModuleId, { '*': ModuleReference }>
  entryCSSFiles: Record<string, readonly { readonly path: string; readonly inlined: boolean }[]>
  entryJSFiles: Record<string, readonly string[]>
}

export interface KernelMeta {
  readonly flavour: 'development' | 'production'
  readonly nextVersion: string
  /** Import specifier → module id, per layer: `next/link`, `react`, `private-next-rsc-…`. For a name that is not here see `clientModules` and `webpack.m`. */
  readonly specifiers: Readonly<Record<Layer, Readonly<Record<string, ModuleId>>>>
  /** npm packages bundled ahead: `packages/<layer>/<name>.js` below `assets`, `/` in a name written as `__`. */
  readonly packages: readonly string[]
  /** Ids of the module table in client.js, without their `(app-pages-browser)` prefix. */
  readonly clientModules: readonly string[]
  /** Next's own client components; add the learner's to a copy. Keys are `/node_modules/next/…`. */
  readonly clientReferences: ClientReferenceManifest
  /** Manifest file name, relative to the dist directory → its content, of an app without pages. */
  readonly manifests: Readonly<Record<string, unknown>>
  /** The whole of Next's config with its defaults, to lay a learner's config over. */
  readonly config: Readonly<Record<string, unknown>>
  /** Defaults of the flags that were left open at build time; see `KernelFlags`. */
  readonly flags: KernelFlags
}

/** `process.env.__NEXT_…` values that Next's bundler would have inlined, kept open so that one kernel serves every config. */
export type KernelFlags = Readonly<Record<string, unknown>>

// ---- what server.js and toolchain.js ask of us ----------------------------------------------------

/** The files Next's build-time code and `node:fs` see. Paths are absolute: `/app/page.tsx`. */
export interface VirtualFiles {
  read(path: string): string | Uint8Array | undefined
  kind(path: string): 'file' | 'directory' | null
  list(path: string): readonly (readonly [name: string, kind: 'file' | 'directory'])[]
  /** Milliseconds since 1970, 0 when unknown. */
  modified(path: string): number
  /** Next's own writes; null removes. Keep them apart from the learner's files. */
  write(path: string, content: string | Uint8Array | null): void
}

export interface KernelHooks {
  readonly files: VirtualFiles
  /** Name as in `KernelMeta.manifests`, of the moment; undefined when there is none. */
  readManifest(name: string): unknown
  /** `page` as `/users/[id]/page`. Asked once per request. */
  readClientReferences(page: string): ClientReferenceManifest
  /**
   * What stands behind `?v=` in the addresses of stylesheets, development only. Next's own is the time of the request, so
   * that a page would load every sheet again with every answer; `next dev` does without it too, because Turbopack tells
   * the page of changed sheets.
   */
  stylesVersion(): number
  /** For `node:module`'s findSourceMap: a payload, or undefined. Kernel files need a map with an `ignoreList`. */
  findSourceMap(url: string): object | undefined
}

// ---- toolchain.js ----------------------------------------------------------------------------------

/** The part of webpack's loader context that Next's loaders use. */
export interface LoaderContext {
  getOptions(): object
  readonly resourcePath: string | undefined
  readonly resource: string | undefined
  readonly rootContext: string
  readonly context: string
  readonly _module: { buildInfo: Record<string, unknown> }
  readonly _compilation: undefined
  addContextDependency(path: string): void
  addMissingDependency(path: string): void
  addDependency(path: string): void
  /** Dependencies must be of a class whose `name` is `HarmonyExportSpecifierDependency`: set it, minifying breaks it. */
  loadModule(
    path: string,
    done: (
      cause: unknown,
      source?: string,
      map?: null,
      module?: { dependencies: readonly { name: string }[] },
    ) => void,
  ): void
}

export type NextLoader<Source> = (this: LoaderContext, source: Source) => Promise<string> | string

export interface RouteRegex {
  readonly re: RegExp
  readonly groups: Readonly<
    Record<string, { readonly pos: number; readonly repeat: boolean; readonly optional: boolean }>
  >
}

export interface Rewrite {
  readonly source: string
  readonly destination: string
  readonly has?: readonly object[]
  readonly missing?: readonly object[]
  readonly regex?: string
}

export interface ParsedDestination {
  readonly hostname?: string | null
  readonly protocol?: string | null
  readonly port?: string | null
  readonly pathname: string
  readonly query: Readonly<Record<string, string | readonly string[]>>
  readonly hash?: string
}

export type RouteParams = Record<string, string | string[] | undefined>

export interface KernelToolchain {
  // build/webpack/loaders
  appLoader: NextLoader<''>
  metadataImageLoader: NextLoader<Uint8Array>
  metadataRouteLoader: NextLoader<Uint8Array>
  fontLocalLoader(
    options: object,
  ): Promise<{ css: string; fallbackFonts?: readonly string[]; variable?: string }>
  imageSize(bytes: Uint8Array): Promise<{ width?: number; height?: number }>
  // lib/metadata
  isMetadataRouteFile(
    path: string,
    pageExtensions: readonly string[],
    withExtension: boolean,
  ): boolean
  normalizeMetadataRoute(page: string): string
  normalizeMetadataPageToRoute(page: string, isDynamic: boolean): string
  // shared/lib/router/utils
  normalizeAppPath(page: string): string
  compareAppPaths(a: string, b: string): number
  getSortedRoutes(paths: readonly string[]): string[]
  isDynamicRoute(path: string): boolean
  getRouteRegex(path: string): RouteRegex
  getRouteMatcher(regex: RouteRegex): (path: string) => RouteParams | false
  getMiddlewareRouteMatcher(
    matchers: readonly object[],
  ): (path: string, request: object, query: object) => boolean
  getPathMatch(
    source: string,
    options: { strict?: boolean; removeUnnamedParams?: boolean; sensitive?: boolean },
  ): (path: string) => RouteParams | false
  matchHas(
    request: object,
    query: object,
    has?: readonly object[],
    missing?: readonly object[],
  ): RouteParams | false
  prepareDestination(options: {
    appendParamsToQuery: boolean
    destination: string
    params: RouteParams
    query: RouteParams
  }): { parsedDestination: ParsedDestination; newUrl: string; destQuery: RouteParams }
  compileNonPath(value: string, params: RouteParams): string
  // build and lib
  normalizeCatchAllRoutes(
    appPaths: Record<string, string[]>,
    options: { strictRouteMatching: boolean; defaultAppPaths: readonly string[] },
  ): unknown
  generateInterceptionRoutesRewrites(paths: readonly string[], basePath: string): Rewrite[]
  loadCustomRoutes(config: object): Promise<{
    headers: readonly { source: string; headers: readonly { key: string; value: string }[] }[]
    redirects: readonly (Rewrite & { statusCode?: number; permanent?: boolean })[]
    rewrites: {
      beforeFiles: readonly Rewrite[]
      afterFiles: readonly Rewrite[]
      fallback: readonly Rewrite[]
    }
    onMatchHeaders: readonly object[]
  }>
  /** Prints the routes as `next build` does. `pageInfos` as in next/dist/build/index.js. */
  printTreeView(
    lists: { readonly app: readonly string[]; pages: readonly string[] },
    pageInfos: Map<string, object>,
    options: object,
  ): Promise<void>
  /** `config.matcher` of proxy.ts → matchers for getMiddlewareRouteMatcher. */
  getMiddlewareMatchers(
    matcher: unknown,
    config: { basePath?: string; trailingSlash?: boolean; i18n?: null },
  ): object[]
}

// ---- tailwind.js -----------------------------------------------------------------------------------

export interface TailwindRequest {
  readonly css: string
  /** Absolute: `/app/globals.css`. */
  readonly file: string
  /** Text of every file that may name classes. */
  readonly sources: Readonly<Record<string, string>>
  /** Another stylesheet of the learner's; null when there is none. */
  readSheet(path: string): string | null
}

export interface TailwindSheet {
  readonly css: string
  /** It holds rules for classes that the sources name, so an edit of any of them may change it. */
  readonly isScanned: boolean
}

export interface TailwindChunk {
  /** @throws Error in Tailwind's words, with what it is about in backticks */
  compileTailwind(request: TailwindRequest): Promise<TailwindSheet>
}

// ---- worker ↔ learner's page, through the guest (`globalThis.__bothEnds`) ----------------------------
// Carried opaquely by `KernelEvents.update` and `KernelCalls.pageMessage` of wire/message.ts.

/** From the kernel to every open page. `version` is the one of WriteReport. */
export type KernelPageMessage =
  | {
      readonly type: 'update'
      readonly version: number
      /** Changed client modules: id → text of `function(module, exports, __webpack_require__){…}`, evaluated as it stands. */
      readonly modules: Readonly<Record<ModuleId, string>>
      /** For each client module of the learner's: who imports it. The way up to a Fast Refresh boundary. */
      readonly importers: Readonly<Record<ModuleId, readonly ModuleId[]>>
      /** Names of the new chunks, and what each holds. A page that has all of it by now need not load the chunk. */
      readonly chunks: Readonly<Record<string, readonly ModuleId[]>>
      /** A server component, or a stylesheet, changed: fetch the tree again, client state kept. */
      readonly refreshServer: boolean
    }
  | { readonly type: 'errors'; readonly errors: readonly string[] } // build errors with code frame; [] is all well again
  | { readonly type: 'render-errors'; readonly flight: Uint8Array } // Next's sendErrorsToBrowser stream, whole
  | { readonly type: 'dev'; readonly message: object } // any other message of Next's dev server, as it stands
  | { readonly type: 'refresh' } // what server components read changed: the tree again, client state kept
  | { readonly type: 'reload' }

/** From a page to the kernel. */
export type PageKernelMessage =
  | { readonly type: 'hello'; readonly flavour: 'development' | 'production' } // answer with `errors`, always
  | {
      readonly type: 'applied'
      readonly version: number
      readonly outcome: 'refreshed' | 'reloading'
    }
  | { readonly type: 'dev'; readonly message: unknown } // what Next's dev client sent to its dev server

// Wrapping of client modules in the development flavour, before the module's code:
//   `var [$RefreshReg$, $RefreshSig$] = __webpack_require__.refresh("<module id>");`

/** What the page's runtime has beyond `WebpackRequire`. */
export interface PageWebpackRequire extends WebpackRequire {
  refresh(
    id: ModuleId,
  ): readonly [register: (type: unknown, name: string) => void, sign: () => unknown]
}
