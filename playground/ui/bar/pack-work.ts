// The work as the text that a link holds. What packs it comes with the first link, not before.
import type { Files } from '../../runtime/wire/files.ts'
import { toDraft } from '../../runtime/workspace/create-workspace.ts'
import { createStarterLoader } from '../../runtime/workspace/load-starter.ts'
import type { Starter } from '../../runtime/workspace/starter.ts'

/** A lesson's step is no example that the playground can begin from; what is under it is. */
export async function packWork(starter: Starter, files: Files): Promise<string> {
  const { formatShare } = await import('../../runtime/workspace/share-link.ts')
  const load = createStarterLoader(new URL('/starters/', window.location.href).href)
  const under = starter.compiled === undefined ? starter : await load(starter.compiled)
  return formatShare(toDraft({ starter: under, files }))
}
