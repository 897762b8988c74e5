// The stylesheet of a layout, page or other convention file: one file of all that lies below it, as Next's bundler makes
// it, because each sheet of its own would be a request of its own. What an enclosing layout has already is left out.
import { contentHash } from '../compiler/content-hash.ts'
import type { ModuleNode } from '../graph/module-node.ts'
import { moduleId } from '../graph/resource.ts'
import { preloadedFonts } from './local-font.ts'

export interface EntryStyle {
  /** The convention file without its extension: the key in Next's manifest. */
  readonly entry: string
  /**
   * Relative to `/_next/`, as manifests have it. In production it holds the content's hash. In development it is the
   * entry's path alone: Next adds `?v=`, and takes the old link away when one of the same path and a newer version comes.
   */
  readonly file: string
  readonly css: string
  /** Files of `next/font` that a page announces ahead, below `/_next/`. */
  readonly fonts: readonly string[]
}

interface StyledModules {
  readonly server: readonly ModuleNode[]
  readonly client: readonly ModuleNode[]
}

const FOLDER = 'static/css/'
const CONVENTION =
  /\/(page|layout|template|error|loading|not-found|forbidden|unauthorized|default|global-error|global-not-found)\.[jt]sx?$/
/** They stand in for the root layout, and must bring all that they need. */
const ALONE = /\/global-(error|not-found)$/

/** In the order of the server's modules; files without any styles are left out. */
export function entryStyles(modules: StyledModules, isDevelopment: boolean): EntryStyle[] {
  const byId = new Map([...modules.server, ...modules.client].map((node) => [node.id, node]))
  const found = modules.server
    .filter(({ resource }) => CONVENTION.test(resource))
    .map((node) => ({
      entry: node.resource.replace(/\.[^.]+$/, ''),
      sheets: stylesBelow(node, byId),
    }))
  return found.flatMap(({ entry, sheets }) => {
    const outside = new Set(
      found.filter((other) => encloses(other.entry, entry)).flatMap((other) => other.sheets),
    )
    const own = sheets.filter((sheet) => !outside.has(sheet))
    const css = joinSheets(own)
    const fonts = own.flatMap(preloadedFonts)
    return css === '' ? [] : [{ entry, css, fonts, file: styleFile(entry, css, isDevelopment) }]
  })
}

/** The part of a stylesheet's address that names it; null when a request is for something else. */
export function styleName(pathname: string): string | null {
  const prefix = `/_next/${FOLDER}`
  return pathname.startsWith(prefix)
    ? FOLDER + decodeURIComponent(pathname.slice(prefix.length))
    : null
}

function styleFile(entry: string, css: string, isDevelopment: boolean): string {
  return isDevelopment ? `${FOLDER}${entry.slice(1)}.css` : `${FOLDER}${contentHash(css)}.css`
}

function encloses(layout: string, entry: string): boolean {
  if (layout === entry || !layout.endsWith('/layout') || ALONE.test(entry)) return false
  // Of one folder's files the layout is the outermost.
  return entry.startsWith(layout.slice(0, -'layout'.length))
}

function stylesBelow(start: ModuleNode, byId: ReadonlyMap<string, ModuleNode>): ModuleNode[] {
  const sheets: ModuleNode[] = []
  const seen = new Set<string>()
  const visit = (node: ModuleNode | undefined) => {
    if (!node || seen.has(node.id)) return
    seen.add(node.id)
    if (node.css !== null) sheets.push(node)
    else if (node.body.kind === 'client-reference')
      visit(byId.get(moduleId(node.resource, 'client')))
    else
      node.dependencies.forEach((dependency) => visit(byId.get(moduleId(dependency, node.layer))))
  }
  visit(start)
  return sheets
}

/** What stands before the first rule: comments, and `@import`s of other hosts. */
const HEAD =
  /^(?:\s+|\/\*[^]*?\*\/|@charset\s[^;]*;|@import\s+(?:url\((?:"[^"]*"|'[^']*'|[^)"']*)\)|"[^"]*"|'[^']*')[^;]*;)*/

/** Browsers pass over an `@import` that comes after a rule (CSS Cascading 5, section 2): all heads come first. */
function joinSheets(sheets: readonly ModuleNode[]): string {
  const parts = sheets.map(({ css }) => {
    const text = css ?? ''
    const head = HEAD.exec(text)?.[0] ?? ''
    return { head: head.trim(), rules: text.slice(head.length).trim() }
  })
  const lines = [...parts.map(({ head }) => head), ...parts.map(({ rules }) => rules)]
  return lines.filter((line) => line !== '').join('\n')
}
