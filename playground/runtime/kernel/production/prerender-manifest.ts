// `prerender-manifest.json`: which paths may be answered from the cache. Empty until build() fills it; in
// development it stays empty.
import type { KernelMeta } from '../contract.ts'

export interface PrerenderManifest {
  readonly version: 4
  readonly routes: Record<string, object>
  readonly dynamicRoutes: Record<string, object>
  readonly notFoundRoutes: string[]
  readonly preview: unknown
}

/** `prefetch-hints.json`: by pathname, what a build notes for the router. Opaque: Next writes and reads it. */
export type PrefetchHints = Record<string, unknown>

export function emptyPrerenderManifest(meta: KernelMeta): PrerenderManifest {
  const shipped = Object(meta.manifests['prerender-manifest.json'])
  return { version: 4, routes: {}, dynamicRoutes: {}, notFoundRoutes: [], preview: shipped.preview }
}
