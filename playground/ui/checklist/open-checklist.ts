// The checklist over one work: starts the engine once, runs the check of each row, tells each result as it comes.
// The site draws it (site/components/checklist).
import { runChecks, type CheckOutcome } from '../../lessons/run-checks.ts'
import { toFailure, type Failure } from '../../runtime/wire/failure.ts'
import { applyChanges } from '../../runtime/workspace/overlay.ts'
import { createReadable, type Readable } from '../../runtime/workspace/readable.ts'
import type { PlaygroundSession } from '../../session/session.ts'
import { openTypes, type OpenTypes } from '../editor/read-types.ts'
import { DoesNotApply } from './does-not-apply.ts'
import { openWork, readWork, type Work } from './open-work.ts'
import { createRows } from './rows.ts'

/** `skipped`: the app has no such thing, so there is nothing to check. */
export type RowOutcome = CheckOutcome | { readonly state: 'skipped'; readonly reason: string }

export interface ChecklistState {
  readonly status: 'starting' | 'running' | 'done' | 'failed'
  /** Why it stopped: the engine did not start, or was lost. */
  readonly failure: Failure | null
  /** The row that runs now. */
  readonly running: string | null
  /** By the row's id. */
  readonly outcomes: Readonly<Record<string, RowOutcome>>
}

export interface Checklist extends Readable<ChecklistState> {
  /** Runs all rows; again, too. */
  run(options?: { readonly takeOver: boolean }): Promise<void>
  attachPreview(element: HTMLElement | null): void
  close(): Promise<void>
}

const BEGIN: ChecklistState = { status: 'starting', failure: null, running: null, outcomes: {} }

/** Rejects with FailureError when the work does not load. */
export async function openChecklist(work: Work): Promise<Checklist> {
  const session = await openWork(work)
  const state = createReadable(BEGIN)
  const update = (part: Partial<ChecklistState>) => state.set({ ...state.get(), ...part })
  const current: { abort: AbortController | null } = { abort: null }
  const fail = (failure: Failure) => {
    current.abort?.abort()
    update({ status: 'failed', failure, running: null })
  }
  session.status.subscribe(() => {
    const { engine, failure } = session.status.get()
    if (engine === 'failed' && failure && state.get().status === 'running') fail(failure)
  })
  return {
    get: state.get,
    subscribe: state.subscribe,
    attachPreview: session.attachPreview,
    close: session.close,
    async run(options) {
      current.abort?.abort()
      const abort = new AbortController()
      current.abort = abort
      state.set(BEGIN)
      try {
        await begin(session, work, options)
        if (abort.signal.aborted) return
        update({ status: 'running' })
        await runRows({ session, update, outcomes: () => state.get().outcomes }, abort.signal)
        if (!abort.signal.aborted) update({ status: 'done' })
      } catch (cause) {
        if (!abort.signal.aborted) fail(toFailure('start', cause))
      }
    },
  }
}

/** An engine that runs gets the files as they are kept now: another tab may have changed them. */
async function begin(
  session: PlaygroundSession,
  work: Work,
  options?: { readonly takeOver: boolean },
): Promise<void> {
  if (session.status.get().engine === 'running') {
    const { starter, edits } = await readWork(work)
    await session.carry(starter, applyChanges(starter.files, edits))
  } else await session.start(options)
}

interface Running {
  readonly session: PlaygroundSession
  readonly update: (part: Partial<ChecklistState>) => void
  readonly outcomes: () => ChecklistState['outcomes']
}

async function runRows({ session, update, outcomes }: Running, signal: AbortSignal): Promise<void> {
  const rows = createRows(Object.keys(session.workspace.get().files))
  const skipped = new Map<number, string>()
  const opened: { types: Promise<OpenTypes> | null } = { types: null }
  const idOf = (index: number) => rows[index]?.id ?? ''
  await runChecks({
    session,
    signal,
    // Many files: opened once, with the first of them.
    async readTypes(path, text) {
      opened.types ??= openTypes(session)
      return (await opened.types).read(path, text)
    },
    checks: rows.map(({ check }, index) => ({
      ...check,
      async run(tools) {
        try {
          await check.run(tools)
        } catch (cause) {
          if (cause instanceof DoesNotApply) skipped.set(index, cause.message)
          throw cause
        }
      },
    })),
    onBegin: (index) => update({ running: idOf(index) }),
    onOutcome(index, outcome) {
      const reason = skipped.get(index)
      const told = reason === undefined ? outcome : ({ state: 'skipped', reason } as const)
      update({ running: null, outcomes: { ...outcomes(), [idOf(index)]: told } })
    },
  })
  // Where they did not open, their row has said why.
  await opened.types?.then(({ release }) => release()).catch(() => undefined)
}
