// Opens a talk for the stage: its beats, the files of all of them, and a session that keeps nothing. What a learner has
// written in this browser is neither read nor written.
import { createAutomation } from '../../automation/create-automation.ts'
import { loadBeatFiles } from '../../present/beat-files.ts'
import { createStageRun, type StageRun } from '../../present/stage-run.ts'
import { loadTalk, type Talk } from '../../present/talk.ts'
import { createFailure, FailureError } from '../../runtime/wire/failure.ts'
import { createWorkspace } from '../../runtime/workspace/create-workspace.ts'
import type { Starter } from '../../runtime/workspace/starter.ts'
import { createPlaygroundSession } from '../../session/create-session.ts'
import type { PlaygroundSession } from '../../session/session.ts'

export interface OpenStage {
  readonly session: PlaygroundSession
  readonly run: StageRun
}

export function loadTalkOf(slug: string): Promise<Talk> {
  return loadTalk(new URL('/talks/', window.location.href).href, slug)
}

/** Rejects with FailureError `asset-missing` when a part of it does not load. */
export async function openStage(slug: string, first: number): Promise<OpenStage> {
  const opening = openParts(slug, first)
  window.bothEnds = createAutomation(async () => (await opening).session)
  return opening
}

async function openParts(slug: string, first: number): Promise<OpenStage> {
  const talk = await loadTalkOf(slug)
  const starters = await loadBeatFiles(talk, new URL('/', window.location.href).href)
  const [starter] = starters
  if (!starter)
    throw new FailureError(createFailure('talk', 'asset-missing', 'This talk has no beats.'))
  const session = createPassingSession(starter)
  return { session, run: createStageRun({ talk, starters, session, first }) }
}

function createPassingSession(starter: Starter): PlaygroundSession {
  const nothing = async () => {}
  return createPlaygroundSession({
    createEngine: async () => (await import('../../runtime/engine/choose.ts')).createEngine('own'),
    workspace: createWorkspace({
      starter,
      edits: {},
      draft: { read: () => null, write: () => {} },
      versions: { read: async () => [], write: nothing },
      keptVersions: [],
    }),
    loadStarter: async (name) => {
      const message = `A stage does not begin from “${name}”.`
      throw new FailureError(createFailure('talk', 'bad-input', message))
    },
  })
}
