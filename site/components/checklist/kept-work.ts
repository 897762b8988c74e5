// Which works this browser keeps, as far as the checklist offers them: the lesson last open, and the playground's.
// Read from the texts that the playground writes (playground/runtime/workspace/draft.ts, lessons/progress.ts). Runs anywhere.
import type { Work } from '@playground/index.ts'
import { parseLastVisit, PROGRESS_KEY } from '../lesson/last-visit.ts'

export interface KeptWork {
  readonly key: string
  readonly work: Work
  readonly title: string
  /** Where it can be changed. */
  readonly address: string
}

const DRAFT_KEY = 'both-ends.draft'

/** What there is to check when nothing is kept. */
export const EXAMPLE: KeptWork = {
  key: 'example',
  work: { type: 'example', name: 'user-crud' },
  title: 'The example user-crud, as it is',
  address: '/play/?from=user-crud',
}

export function findKeptWork(read: (key: string) => string | null): readonly KeptWork[] {
  const found: KeptWork[] = []
  const visit = parseLastVisit(read(PROGRESS_KEY))
  if (visit) {
    const { lesson: slug, step } = visit
    const title = `Lesson ${Number(slug.slice(0, 2))}, as you left it`
    const address = `/learn/${slug}/#${step}`
    found.push({ key: slug, work: { type: 'lesson', slug, step }, title, address })
  }
  const draft = parseDraft(read(DRAFT_KEY))
  if (draft) {
    const title = `The playground: ${draft.from}, ${draft.edits} changed`
    found.push({ key: 'play', work: { type: 'play' }, title, address: '/play/' })
  }
  return [...found, EXAMPLE]
}

/** null when it is none: then the playground would begin fresh, too. */
function parseDraft(text: string | null): { from: string; edits: string } | null {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    if (!isRecord(kept) || !isRecord(kept['from']) || !isRecord(kept['edits'])) return null
    const { name } = kept['from']
    const count = Object.keys(kept['edits']).length
    return {
      from: typeof name === 'string' ? name : 'loaded files',
      edits: count === 1 ? '1 file' : `${count} files`,
    }
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
