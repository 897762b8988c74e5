// Address of a compiled stylesheet: its content's hash, then its own path, so that a changed sheet is another link
// and React swaps it.
import { contentHash } from '../compiler/content-hash.ts'
import type { ModuleNode } from '../graph/module-node.ts'

const FOLDER = 'static/css/'

/** Relative to `/_next/`, as manifests have it. */
export function styleFile(node: ModuleNode): string {
  const path = node.file ?? `/${contentHash(node.resource)}.css`
  return `${FOLDER}${contentHash(node.css ?? '')}${path.startsWith('/') ? path : `/${contentHash(path)}.css`}`
}

/** The hash part of a request for a stylesheet; null when it is something else. */
export function styleHash(pathname: string): string | null {
  return /^\/_next\/static\/css\/([^/]+)\//.exec(pathname)?.[1] ?? null
}
