// `__RSC_MANIFEST[page]`: where Next finds the client module behind each reference, in the page and while it renders
// HTML, and which stylesheets each layout and page needs.
import type { ClientReferenceManifest, KernelMeta, ModuleReference } from '../contract.ts'
import type { ModuleNode } from '../graph/module-node.ts'
import { moduleId } from '../graph/resource.ts'
import { styleFile } from '../styles/style-url.ts'

export interface ReferenceInput {
  readonly meta: KernelMeta
  readonly server: readonly ModuleNode[]
  readonly client: readonly ModuleNode[]
  readonly boundaries: readonly ModuleNode[]
  readonly chunk: string
  readonly asyncIds: ReadonlySet<string>
  readonly isDevelopment: boolean
}

export function clientReferences(input: ReferenceInput): ClientReferenceManifest {
  const { meta, boundaries, chunk, asyncIds } = input
  const base = meta.clientReferences
  const manifest: ClientReferenceManifest = {
    moduleLoading: { prefix: '/_next/' },
    // Next's own client modules are all in client.js: no chunk to load.
    clientModules: mapValues(base.clientModules, (reference) => ({ ...reference, chunks: [] })),
    ssrModuleMapping: { ...base.ssrModuleMapping },
    rscModuleMapping: { ...base.rscModuleMapping },
    edgeSSRModuleMapping: {},
    edgeRscModuleMapping: {},
    entryCSSFiles: entryStyles(input),
    entryJSFiles: {},
  }
  for (const { resource } of boundaries) {
    const ids = {
      client: moduleId(resource, 'client'),
      ssr: moduleId(resource, 'ssr'),
      rsc: moduleId(resource, 'rsc'),
    }
    const reference = (id: string, chunks: readonly string[]): ModuleReference => ({
      id,
      name: '*',
      chunks,
      async: asyncIds.has(id),
    })
    manifest.clientModules[resource] = reference(ids.client, [chunk, chunkFile(chunk)])
    manifest.ssrModuleMapping[ids.client] = { '*': reference(ids.ssr, []) }
    manifest.rscModuleMapping[ids.client] = { '*': reference(ids.rsc, []) }
  }
  return manifest
}

/** Relative to `/_next/`, as manifests have it. */
export function chunkFile(chunk: string): string {
  return `static/chunks/${chunk}.js`
}

const CONVENTION =
  /\/(page|layout|template|error|loading|not-found|forbidden|unauthorized|default|global-error|global-not-found)\.[jt]sx?$/

/** Stylesheets below each convention file, client components included, in import order. */
function entryStyles({
  server,
  client,
  isDevelopment,
}: ReferenceInput): ClientReferenceManifest['entryCSSFiles'] {
  const byId = new Map([...server, ...client].map((node) => [node.id, node]))
  const entries: Record<string, { path: string; inlined: boolean }[]> = {}
  for (const node of server) {
    if (!CONVENTION.test(node.resource)) continue
    const sheets = stylesBelow(node, byId)
    if (sheets.length === 0) continue
    entries[node.resource.replace(/\.[^.]+$/, '')] = sheets.map((sheet) => ({
      path: styleFile(sheet, isDevelopment),
      inlined: false,
    }))
  }
  return entries
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

function mapValues<In, Out>(
  table: Readonly<Record<string, In>>,
  change: (value: In) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]))
}
