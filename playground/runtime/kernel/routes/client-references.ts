// `__RSC_MANIFEST[page]`: where Next finds the client module behind each reference, in the page and while it renders
// HTML, and which stylesheets each layout and page needs.
import type { ClientReferenceManifest, KernelMeta, ModuleReference } from '../contract.ts'
import type { ModuleNode } from '../graph/module-node.ts'
import { moduleId } from '../graph/resource.ts'
import type { EntryStyle } from '../styles/entry-style.ts'

export interface ReferenceInput {
  readonly meta: KernelMeta
  readonly styles: readonly EntryStyle[]
  readonly boundaries: readonly ModuleNode[]
  readonly chunk: string
  readonly asyncIds: ReadonlySet<string>
}

export function clientReferences(input: ReferenceInput): ClientReferenceManifest {
  const { meta, styles, boundaries, chunk, asyncIds } = input
  const base = meta.clientReferences
  const manifest: ClientReferenceManifest = {
    moduleLoading: { prefix: '/_next/' },
    // Next's own client modules are all in client.js: no chunk to load.
    clientModules: mapValues(base.clientModules, (reference) => ({ ...reference, chunks: [] })),
    ssrModuleMapping: { ...base.ssrModuleMapping },
    rscModuleMapping: { ...base.rscModuleMapping },
    edgeSSRModuleMapping: {},
    edgeRscModuleMapping: {},
    entryCSSFiles: Object.fromEntries(
      styles.map(({ entry, file }) => [entry, [{ path: file, inlined: false }]]),
    ),
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

function mapValues<In, Out>(
  table: Readonly<Record<string, In>>,
  change: (value: In) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]))
}
