// A session over the reader's work as this browser keeps it. It reads and saves nothing: the work stays as it is.
import { parseDraft, type Draft } from '../../runtime/workspace/draft.ts'
import { createStarterLoader, type LoadStarter } from '../../runtime/workspace/load-starter.ts'
import { createWorkspace } from '../../runtime/workspace/create-workspace.ts'
import type { Starter } from '../../runtime/workspace/starter.ts'
import { createPlaygroundSession } from '../../session/create-session.ts'
import { DEFAULT_STARTER, draftKey } from '../../session/open-session.ts'
import type { PlaygroundSession } from '../../session/session.ts'
import { loadLesson } from '../../lessons/lesson.ts'
import { indexOfStep, stepStarter } from '../../lessons/step-files.ts'

export type Work =
  | { readonly type: 'play' }
  | { readonly type: 'lesson'; readonly slug: string; readonly step: string }
  | { readonly type: 'example'; readonly name: string }

export interface ReadWork {
  readonly starter: Starter
  readonly edits: Draft['edits']
}

/** As it is kept now. Rejects with FailureError `asset-missing` when the starter under it does not load. */
export async function readWork(work: Work): Promise<ReadWork> {
  const site = new URL('/', window.location.href).href
  const load = await startersOf(work, site)
  const draft = work.type === 'example' ? null : readDraft(work)
  return { starter: await findStarter(work, draft, load), edits: draft?.edits ?? {} }
}

/** Rejects as `readWork`. */
export async function openWork(work: Work): Promise<PlaygroundSession> {
  const workspace = createWorkspace({
    ...(await readWork(work)),
    draft: { read: () => null, write() {} },
    versions: { read: async () => [], async write() {} },
    keptVersions: [],
  })
  return createPlaygroundSession({
    createEngine: async () => (await import('../../runtime/engine/choose.ts')).createEngine('own'),
    loadStarter: async () => workspace.get().starter,
    workspace,
  })
}

function readDraft(work: Exclude<Work, { readonly type: 'example' }>): Draft | null {
  const key = work.type === 'play' ? draftKey() : draftKey(work.slug)
  return parseDraft(localStorage.getItem(key))
}

async function startersOf(work: Work, site: string): Promise<LoadStarter> {
  const loadExample = createStarterLoader(`${site}starters/`)
  if (work.type !== 'lesson') return loadExample
  const lesson = await loadLesson(`${site}lessons/`, work.slug)
  const { files } = await loadExample(lesson.base)
  return async (step) => stepStarter(lesson, files, Math.max(0, indexOfStep(lesson, step)))
}

async function findStarter(work: Work, draft: Draft | null, load: LoadStarter): Promise<Starter> {
  if (draft) {
    const { from } = draft
    return 'files' in from ? { name: null, open: null, ...from } : load(from.name)
  }
  if (work.type === 'play') return load(DEFAULT_STARTER)
  return load(work.type === 'lesson' ? work.step : work.name)
}
