// What `next build` of an unchanged starter leaves behind, made when the site was built: the prerender manifest, Next's
// incremental cache, and the list of routes. Taken instead of a build when files and environment are the same ones.
import { packContent, unpackContent, type PackedContent } from '../../wire/base64.ts'
import type { BuiltRoute } from '../../wire/message.ts'
import type { BootedKernel } from '../boot.ts'
import { contentHash } from '../compiler/content-hash.ts'
import type { Keyed } from '../compiler/starter-code.ts'
import type { FrontendFiles } from '../files/frontend-files.ts'
import {
  emptyPrerenderManifest,
  type PrefetchHints,
  type PrerenderManifest,
} from './prerender-manifest.ts'

/** What `build` gives. */
export interface BuiltApp {
  readonly routes: readonly BuiltRoute[]
  /** As `next build` prints it at its end. */
  readonly tree: string
}

export interface ShippedBuild extends BuiltApp {
  readonly prerender: Pick<PrerenderManifest, 'routes' | 'dynamicRoutes' | 'notFoundRoutes'>
  readonly prefetchHints: PrefetchHints
  /** What Next wrote, by path. */
  readonly written: Readonly<Record<string, PackedContent>>
}

/** @returns null when a route did not build: here it may, with what the build had not */
export function exportBuild(
  booted: BootedKernel,
  { routes, tree }: BuiltApp,
): Keyed<ShippedBuild> | null {
  if (routes.some(({ kind }) => kind === 'error')) return null
  const { routes: paths, dynamicRoutes, notFoundRoutes } = booted.prerender.current
  const written = [...booted.files.writtenFiles()].map(
    ([path, content]) => [path, packContent(content)] as const,
  )
  return {
    key: buildKey(booted),
    value: {
      routes,
      tree,
      prerender: { routes: paths, dynamicRoutes, notFoundRoutes },
      prefetchHints: booted.app.prefetchHints,
      written: Object.fromEntries(written),
    },
  }
}

/** @returns null when there is no build of these files */
export function installBuild(booted: BootedKernel): BuiltApp | null {
  const shipped = booted.compiler.shippedBuild(() => buildKey(booted))
  if (shipped === null) return null
  booted.files.clearWritten()
  for (const [path, content] of Object.entries(shipped.written))
    booted.files.write(path, unpackContent(content))
  Object.assign(booted.app.prefetchHints, shipped.prefetchHints)
  booted.prerender.current = { ...emptyPrerenderManifest(booted.meta), ...shipped.prerender }
  return shipped
}

function buildKey({ files, environment }: BootedKernel): string {
  return contentHash(JSON.stringify([hashFiles(files), Object.entries(environment).sort()]))
}

function hashFiles(files: FrontendFiles): (readonly [path: string, hash: string])[] {
  return [...files.paths()].sort().map((path) => [path, contentHash(files.get(path) ?? '')])
}
