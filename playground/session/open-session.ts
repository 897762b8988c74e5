// The session of the page: the draft of the last visit over its starter, saved in this browser. Runs on the site's page.
import { createFailure, FailureError } from '../runtime/wire/failure.ts'
import type { Engine, EngineName } from '../runtime/engine/engine.ts'
import { createWorkspace, type OwnedWorkspace } from '../runtime/workspace/create-workspace.ts'
import { parseDraft, type Draft, type DraftStore } from '../runtime/workspace/draft.ts'
import type { Files } from '../runtime/wire/files.ts'
import type { LoadStarter } from '../runtime/workspace/load-starter.ts'
import type { Starter } from '../runtime/workspace/starter.ts'
import { createVersionStore, type VersionStore } from '../runtime/workspace/versions.ts'
import { createPlaygroundSession } from './create-session.ts'
import type { LinkOutcome, PlaygroundSession } from './session.ts'

const PLAY_DRAFT = 'both-ends.draft'
const PLAY_VERSIONS = 'workspace'

export const DEFAULT_STARTER = 'directory'

/** Where a work is kept in this browser: the playground's own, or a lesson's by its name. */
export function draftKey(keptAs?: string): string {
  return keptAs === undefined ? PLAY_DRAFT : `${PLAY_DRAFT}.${keptAs}`
}

export interface OpenSessionOptions {
  readonly createEngine: (name: EngineName) => Promise<Engine>
  readonly prepareEngine?: (name: EngineName) => Promise<void>
  readonly engineName?: EngineName
  readonly database?: Uint8Array | null
  readonly loadStarter: LoadStarter
  /** The starter for a first visit, and for a draft whose starter is gone. */
  readonly starter: string
  /** Asked for by the address: a draft over another starter becomes an earlier version. */
  readonly asked?: string | null
  /** Work that a link holds: what was here before becomes an earlier version. */
  readonly shared?: Draft | 'broken' | null
  /** Where this work is kept, apart from other work: a lesson's name. */
  readonly keptAs?: string
  /** Begins with the starter as it is, whatever an earlier visit left. */
  readonly anew?: boolean
  /** False: nothing is read from this browser and nothing kept in it. Another page drives this one, and sees all that it has. */
  readonly isKept?: boolean
}

/** Rejects with FailureError `asset-missing` when not even the first starter loads. */
export async function openSession(options: OpenSessionOptions): Promise<PlaygroundSession> {
  const { loadStarter } = options
  const { keptAs, isKept = true } = options
  const versions = isKept ? createVersionStore(keptAs ?? PLAY_VERSIONS) : FORGETFUL_VERSIONS
  const draft = isKept ? createLocalDraft(draftKey(keptAs)) : FORGETFUL_DRAFT
  const [{ starter, edits }, keptVersions] = await Promise.all([
    findWork(options, options.anew ? null : parseDraft(draft.read())),
    versions.read().catch(() => []), // Private windows may refuse IndexedDB: Undo then lasts as long as the page.
  ])
  const workspace = createWorkspace({ starter, edits, draft, versions, keptVersions })
  window.addEventListener('pagehide', workspace.flush)
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'hidden' && workspace.flush(),
  )
  const { asked } = options
  const link = await takeShared(options, workspace)
  if (link === 'none' && typeof asked === 'string' && asked !== starter.name)
    workspace.replace(await loadStarter(asked))
  return createPlaygroundSession({ ...options, workspace, link })
}

/** The draft of before is put away first, then the link's files come over their own starter. */
async function takeShared(
  { shared, loadStarter }: OpenSessionOptions,
  workspace: OwnedWorkspace,
): Promise<LinkOutcome> {
  if (!shared) return 'none'
  if (shared === 'broken') return 'broken'
  const { from, edits } = shared
  try {
    workspace.replace('files' in from ? foundFiles(from) : await loadStarter(from.name))
    workspace.write(edits)
    return 'opened'
  } catch {
    return 'broken' // It names an example of another version of the site, or a path that clashes.
  }
}

function foundFiles({ files, path }: Extract<Draft['from'], { readonly files: Files }>): Starter {
  return { name: null, files, open: null, path }
}

async function findWork(
  { loadStarter, starter: name }: OpenSessionOptions,
  draft: Draft | null,
): Promise<{ starter: Starter; edits: Draft['edits'] }> {
  if (!draft) return { starter: await loadStarter(name), edits: {} }
  const { from, edits } = draft
  if ('files' in from) return { starter: foundFiles(from), edits }
  try {
    return { starter: await loadStarter(from.name), edits }
  } catch (cause) {
    if (from.name === name) throw cause
    return { starter: await loadStarter(name), edits: {} }
  }
}

const FORGETFUL_DRAFT: DraftStore = { read: () => null, write: () => undefined }

const FORGETFUL_VERSIONS: VersionStore = {
  read: () => Promise.resolve([]),
  write: () => Promise.resolve(),
}

function createLocalDraft(key: string): DraftStore {
  return {
    read() {
      try {
        return localStorage.getItem(key)
      } catch {
        return null // Site data is blocked: the visit begins fresh, and the first save says so.
      }
    },
    write(text) {
      try {
        localStorage.setItem(key, text)
      } catch (cause) {
        throw new FailureError(
          createFailure(
            'save',
            'storage-full',
            'Your browser is not keeping changes.',
            String(cause),
          ),
        )
      }
    },
  }
}
