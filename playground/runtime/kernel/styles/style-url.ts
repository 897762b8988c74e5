// Address of a compiled stylesheet. In production its content's hash stands before its path. In development the path
// alone: Next adds `?v=` to it, and takes the old link away when one of the same path and a newer version comes.
import { contentHash } from '../compiler/content-hash.ts'
import type { ModuleNode } from '../graph/module-node.ts'

const FOLDER = 'static/css/'

/** Relative to `/_next/`, as manifests have it. */
export function styleFile(node: ModuleNode, isDevelopment: boolean): string {
  const path = node.file?.startsWith('/') ? node.file : `/${contentHash(node.resource)}.css`
  return isDevelopment ? FOLDER + path.slice(1) : `${FOLDER}${contentHash(node.css ?? '')}${path}`
}

/** The part of a stylesheet's address that names it; null when a request is for something else. */
export function styleName(pathname: string): string | null {
  const prefix = `/_next/${FOLDER}`
  return pathname.startsWith(prefix) ? decodeURIComponent(pathname.slice(prefix.length)) : null
}
