// Runs a step's checks, and again after each quiet second of typing once they have been run. One run at a time: there
// is one preview. Runs on the site's page.
import { toFailure } from '../runtime/wire/failure.ts'
import type { Readable } from '../runtime/workspace/readable.ts'
import type { PlaygroundSession } from '../session/session.ts'
import type { ReadTypes } from './checks/types-tool.ts'
import type { CheckDefinition } from './define-checks.ts'
import { hasPassed, type CheckView, type LessonState } from './lesson-state.ts'
import { runChecks } from './run-checks.ts'

/** Milliseconds of quiet after typing until the checks run again by themselves. */
export const RERUN_DELAY = 1_000

interface CheckingOptions {
  readonly session: PlaygroundSession
  readonly readTypes: ReadTypes
  readonly state: Readable<LessonState>
  readonly update: (part: Partial<LessonState>) => void
  /** Of the step that is shown. */
  readonly checks: () => readonly CheckDefinition[]
  readonly onAllPassed: () => void
}

export interface Checking {
  run(): Promise<void>
  cancel(): void
  close(): void
}

export function createChecking(options: CheckingOptions): Checking {
  const { session, state, update } = options
  let current: AbortController | null = null
  let last: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | null = null
  const cancel = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    current?.abort()
    current = null
  }
  const run = async (): Promise<void> => {
    cancel()
    const own = new AbortController()
    current = own
    update({ isRunning: true, failure: null })
    // A run that was cancelled leaves the preview first.
    last = last.then(async () => {
      if (!own.signal.aborted) await runOnce(options, own.signal)
      if (current === own) current = null
    })
    await last
  }
  const stop = session.workspace.onChange(() => {
    const { checks: views } = state.get()
    const wasRun = views.some(({ outcome }) => outcome !== null) || current !== null
    if (!wasRun) return
    cancel()
    const stale = views.map((view) => ({ ...view, isRunning: false, isStale: true }))
    update({ isRunning: false, checks: stale })
    // The engine may be stopped: typing must not start it.
    if (session.status.get().engine === 'running') timer = setTimeout(() => void run(), RERUN_DELAY)
  })
  return {
    run,
    cancel,
    close() {
      cancel()
      stop()
    },
  }
}

async function runOnce(
  { session, readTypes, state, update, checks, onAllPassed }: CheckingOptions,
  signal: AbortSignal,
): Promise<void> {
  const change = (index: number, part: Partial<CheckView>) =>
    update({
      checks: state.get().checks.map((view, at) => (at === index ? { ...view, ...part } : view)),
    })
  try {
    await runChecks({
      checks: checks(),
      session,
      readTypes,
      signal,
      onBegin: (index) => change(index, { isRunning: true }),
      onOutcome: (index, outcome) => {
        change(index, { outcome, isRunning: false, isStale: false })
        const { checks: views } = state.get()
        // At once: who reads that all pass may go on while the preview still goes back to where it was.
        if (index === views.length - 1 && views.every(hasPassed)) onAllPassed()
      },
    })
  } catch (cause) {
    if (!signal.aborted) update({ failure: toFailure('start', cause).message })
  }
  if (signal.aborted) return
  const { checks: views } = state.get()
  update({ isRunning: false, checks: views.map((view) => ({ ...view, isRunning: false })) })
}
