// What can be kept on a device for later without the network: the list that tools/offline-build writes for each origin.
// Runs on both origins, in pages and in service workers.

/** `site`: everything that is read. `engines`: what runs and edits an app. `lessons`: every lesson and reference example. */
export type KeptGroup = 'site' | 'engines' | 'lessons'

export const KEPT_GROUPS: readonly KeptGroup[] = ['site', 'engines', 'lessons']

export interface KeptFile {
  /** Decoded, from the root of its origin; a folder's page is `…/index.html`. */
  readonly path: string
  /** Of its content, as tools/offline-build makes it and `hashOf` in keep-file.ts. */
  readonly hash: string
  /** On the disk. */
  readonly bytes: number
  /** Over the network, brotli where a host would send that. */
  readonly download: number
  readonly group: KeptGroup
}

export interface KeptManifest {
  /** Of all files together: two builds of the same content have the same. */
  readonly version: string
  /** The site's names the preview that was built with it. */
  readonly preview: string | null
  readonly files: readonly KeptFile[]
}

/** A group, or the slug of one lesson. */
export type Wish = string

export function filesOf({ files }: KeptManifest, wish: Wish): readonly KeptFile[] {
  return files.filter(({ group, path }) => group === wish || isOfLesson(group, path, wish))
}

function isOfLesson(group: KeptGroup, path: string, slug: string): boolean {
  return group === 'lessons' && path.split('/').some((part) => part === slug)
}

/** Where the file is asked for: not every host answers `…/index.html` itself. */
export function addressOf({ path }: KeptFile): string {
  return encodeURI(path.replace(/\/index\.html$/, '/'))
}

const byManifest = new WeakMap<KeptManifest, ReadonlyMap<string, KeptFile>>()

/** The file that answers an address of its origin; its query is nobody's business. */
export function fileAt(manifest: KeptManifest, pathname: string): KeptFile | undefined {
  let byPath = byManifest.get(manifest)
  if (!byPath) {
    byPath = new Map(manifest.files.map((file) => [file.path, file]))
    byManifest.set(manifest, byPath)
  }
  const path = decode(pathname)
  return byPath.get(path.endsWith('/') ? `${path}index.html` : path)
}

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname // A lone % names no file of ours.
  }
}
