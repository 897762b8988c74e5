// Starting the kernel: files, next.config, then Next itself, in the order that contract.ts demands. Gives back a
// kernel that can answer. Nothing of the learner's but next.config runs here.
import type { KernelBoot, StageTimings } from '../wire/message.ts'
import { createFailure, FailureError } from '../wire/failure.ts'
import { App } from './app.ts'
import { emptyPrerenderManifest } from './production/prerender-manifest.ts'
import { CompileClient, type CompilerPort } from './compiler/compile-client.ts'
import { NO_STARTER, type StarterCode } from './compiler/starter-code.ts'
import { PostcssConfig } from './config/postcss-config.ts'
import { Settings } from './config/settings.ts'
import type { KernelMeta, KernelServer, KernelToolchain, Layer } from './contract.ts'
import { publicEnvironment, readEnvironment } from './files/env-files.ts'
import { FrontendFiles } from './files/frontend-files.ts'
import { readPathAliases } from './files/path-aliases.ts'
import { Resolver } from './graph/resolve.ts'
import { createManifests } from './manifests.ts'
import { setFlags, setHooks } from './platform/install.ts'
import { createWebpackRequire } from './webpack/require.ts'

export interface BootedKernel {
  readonly app: App
  readonly files: FrontendFiles
  readonly compiler: CompileClient
  readonly meta: KernelMeta
  readonly server: KernelServer
  readonly settings: Settings
  readonly prerender: { current: ReturnType<typeof emptyPrerenderManifest> }
  readonly timings: StageTimings
  /** As given at boot, over the `.env` files. */
  readonly environment: KernelBoot['environment']
  toolchain(): Promise<KernelToolchain>
  /** Compiled starter files for what is loaded next; null for none. */
  useStarter(url: string | null): Promise<void>
}

interface BootHost {
  readonly compilerPort: CompilerPort
  fetchAsset(url: string): Promise<Response>
  progress(detail: string): void
  findSourceMap(url: string): object | undefined
}

export async function bootKernel(boot: KernelBoot, host: BootHost): Promise<BootedKernel> {
  const watch = new Stopwatch()
  const { assets, flavour } = boot
  host.progress('loading the files of Next.js')
  const server = importAsset<KernelServer>(`${assets}${flavour}/server.js`)
  // Awaited below; until then a failure is nobody's yet.
  server.catch(() => undefined)
  const [meta, starter] = await Promise.all([
    fetchJson<KernelMeta>(host, `${assets}${flavour}/meta.json`),
    boot.precompiled === null ? NO_STARTER : fetchStarter(host, boot.precompiled),
  ])
  watch.mark('meta')
  const files = new FrontendFiles()
  files.apply(boot.files)
  // Settings come from next.config and `.env`, which have to be compiled and read first.
  const compiler = new CompileClient(host.compilerPort, `${assets}swc.wasm`, {
    flavour,
    cacheComponents: false,
    inlinedEnvironment: publicEnvironment(
      readEnvironment({ flavour, read: (name) => files.text(`/${name}`), given: boot.environment }),
    ),
  })
  compiler.starter = starter
  const findFile = configResolver(meta, files)
  const given = boot.environment
  const settings = new Settings({ meta, flavour, files, compiler, findFile, given })
  const postcss = new PostcssConfig({ files, compiler, findFile })
  await settings.readFirst()
  setFlags(settings.flags.current)
  watch.mark('config')
  host.progress('loading the server of Next.js')
  const prepared = { boot, host, watch, meta, files, compiler, settings, postcss }
  return loadNext(prepared, await server)
}

interface Prepared {
  readonly boot: KernelBoot
  readonly host: BootHost
  readonly watch: Stopwatch
  readonly meta: KernelMeta
  readonly files: FrontendFiles
  readonly compiler: CompileClient
  readonly settings: Settings
  readonly postcss: PostcssConfig
}

async function loadNext(prepared: Prepared, server: KernelServer): Promise<BootedKernel> {
  const { boot, host, watch, meta, files, compiler, settings, postcss } = prepared
  const prerender = { current: emptyPrerenderManifest(meta) }
  let app: App | null = null
  setHooks({
    files,
    readManifest: createManifests({
      meta,
      settings,
      actions: () => app?.actions ?? { node: {}, edge: {}, encryptionKey: '' },
      interceptions: () => app?.interceptions ?? [],
      prerender: () => prerender.current,
      prefetchHints: () => app?.prefetchHints ?? {},
      fonts: () => app?.fonts ?? {},
    }),
    readClientReferences: (page) => app?.references(page) ?? meta.clientReferences,
    stylesVersion: () => app?.stylesVersion ?? 0,
    findSourceMap: host.findSourceMap,
  })
  const toolchain = lazily(() => importAsset<KernelToolchain>(`${boot.assets}toolchain.js`))
  watch.mark('server')
  if (settings.config.cacheComponents) server.extendEnvironment()
  app = new App({
    meta,
    server,
    files,
    compiler,
    resolver: appResolver(meta, server, files),
    postcss,
    tailwindUrl: `${boot.assets}tailwind.js`,
    isDevelopment: boot.flavour === 'development',
    hasGlobalNotFound: () => settings.config.globalNotFound,
    toolchain,
    packageText: async (name: string, layer: Layer) => {
      const url = `${boot.assets}packages/${layer}/${name.replaceAll('/', '__')}.js`
      return (await fetchWhole(host, url)).text()
    },
  })
  // Not lost: the first request meets the same error and shows it.
  await app.routes().catch(() => null)
  watch.mark('routes')
  const starters = new Map(boot.precompiled === null ? [] : [[boot.precompiled, compiler.starter]])
  const useStarter = async (url: string | null) => {
    // Kept: a talk goes from one example to the other and back, and its network may be off by then.
    const kept = url === null ? NO_STARTER : (starters.get(url) ?? (await fetchStarter(host, url)))
    if (url !== null && kept !== NO_STARTER) starters.set(url, kept)
    compiler.starter = kept
  }
  return {
    app,
    files,
    compiler,
    meta,
    server,
    settings,
    prerender,
    toolchain,
    timings: watch.timings(),
    environment: boot.environment,
    useStarter,
  }
}

function appResolver(meta: KernelMeta, server: KernelServer, files: FrontendFiles): Resolver {
  let aliases = { listing: -1, value: readPathAliases(undefined) }
  return new Resolver({
    meta,
    webpack: server.webpack,
    hasFile: (path) => files.has(path),
    aliases: () => {
      if (aliases.listing !== files.listingVersion) {
        const value = readPathAliases(files.text('/tsconfig.json') ?? files.text('/jsconfig.json'))
        aliases = { listing: files.listingVersion, value }
      }
      return aliases.value
    },
  })
}

/** next.config is run before Next is there, so only the learner's own files can be found. */
function configResolver(meta: KernelMeta, files: FrontendFiles) {
  const aliases = readPathAliases(files.text('/tsconfig.json'))
  const resolver = new Resolver({
    meta,
    webpack: createWebpackRequire({}),
    hasFile: (path) => files.has(path),
    aliases: () => aliases,
  })
  return (specifier: string, importer: string) => resolver.findFile(specifier, importer)
}

/** @throws FailureError `asset-missing` */
async function fetchWhole(host: BootHost, url: string): Promise<Response> {
  const response = await host.fetchAsset(url)
  if (response.ok) return response
  throw new FailureError(
    createFailure('next', 'asset-missing', `${url} answered ${response.status}.`),
  )
}

async function fetchJson<Out>(host: BootHost, url: string): Promise<Out> {
  return (await fetchWhole(host, url)).json()
}

/** Without compiled starters everything still works, slower. */
async function fetchStarter(host: BootHost, url: string): Promise<StarterCode> {
  try {
    return await fetchJson<StarterCode>(host, url)
  } catch (cause) {
    console.warn(cause)
    return NO_STARTER
  }
}

async function importAsset<Out>(url: string): Promise<Out> {
  try {
    return await import(/* @vite-ignore */ url)
  } catch (cause) {
    const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    throw new FailureError(createFailure('next', 'asset-missing', `${url} did not load.`, detail))
  }
}

function lazily<Out>(make: () => Promise<Out>): () => Promise<Out> {
  let made: Promise<Out> | null = null
  return () => (made ??= make())
}

class Stopwatch {
  private readonly start = performance.now()
  private last = this.start
  private readonly marks: Record<string, number> = {}

  mark(name: string): void {
    const now = performance.now()
    this.marks[name] = now - this.last
    this.last = now
  }

  timings(): StageTimings {
    return { ...this.marks, total: performance.now() - this.start }
  }
}
