// The manifest files that Next's server reads, as values of the moment. The client reference manifests are apart:
// they are per page (app.ts).
import type { KernelMeta, Rewrite } from './contract.ts'
import { BUILD_ID, type NextConfig } from './config/kernel-config.ts'
import { changedFlags, kernelScriptFile } from './flags.ts'
import type { Settings } from './config/settings.ts'
import type { ActionManifest } from './routes/action-table.ts'
import type { PrefetchHints, PrerenderManifest } from './production/prerender-manifest.ts'

export interface ManifestSource {
  readonly meta: KernelMeta
  readonly settings: Settings
  actions(): ActionManifest
  interceptions(): readonly Rewrite[]
  prerender(): PrerenderManifest
  prefetchHints(): PrefetchHints
  /** Convention file without its extension -> fonts to preload, below `/_next/`. */
  fonts(): Readonly<Record<string, readonly string[]>>
}

export function createManifests(source: ManifestSource): (name: string) => unknown {
  const { meta, settings } = source
  const flags = settings.flags.current
  const script = (file: string) =>
    kernelScriptFile(meta.flavour, changedFlags(flags, meta.flags), file)
  const buildManifest = {
    polyfillFiles: [],
    devFiles: [],
    lowPriorityFiles: [],
    rootMainFiles: [script('client.js')],
    rootMainFilesTree: {},
    pages: { '/_app': [] },
  }
  const live: Record<string, () => unknown> = {
    'build-manifest.json': () => buildManifest,
    'server/server-reference-manifest.json': source.actions,
    'routes-manifest.json': () => routesManifest(meta, settings.config, source.interceptions()),
    'prerender-manifest.json': source.prerender,
    'server/prefetch-hints.json': source.prefetchHints,
    'server/next-font-manifest.json': () => ({
      ...Object(meta.manifests['server/next-font-manifest.json']),
      app: source.fonts(),
    }),
    'server/interception-route-rewrite-manifest.json': () => [],
    'required-server-files.json': () => requiredServerFiles(meta, settings.config),
    BUILD_ID: () => BUILD_ID,
  }
  return (name) => live[name]?.() ?? meta.manifests[name]
}

function routesManifest(
  meta: KernelMeta,
  config: NextConfig,
  interceptions: readonly Rewrite[],
): object {
  // Next finds here which addresses another route may take over, for `Vary`; not so in `next dev`. The rewriting is ours.
  const isDevelopment = meta.flavour === 'development'
  const beforeFiles = interceptions.map((rewrite) => ({
    ...rewrite,
    regex: isDevelopment ? '^$' : sourceRegex(rewrite.source),
  }))
  const base = meta.manifests['routes-manifest.json']
  return {
    ...Object(base),
    rewrites: { beforeFiles, afterFiles: [], fallback: [] },
    basePath: config.basePath,
  }
}

function requiredServerFiles(meta: KernelMeta, config: NextConfig): object {
  return { ...Object(meta.manifests['required-server-files.json']), config: config.values }
}

/** Of the sources that Next makes for intercepting routes: `/photo/:id`, `/docs/:path*`. */
export function sourceRegex(source: string): string {
  const pattern = source
    .replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/\/:\w+\*/g, '(?:/(.*))?')
    .replace(/:\w+/g, '([^/]+?)')
  return `^${pattern}(?:/)?$`
}
