// Runs the checks of a step in order over the running app and tells each outcome as it comes. A check that could not
// run is not red: that trouble is ours, or the engine's, and says so.
import { FailureError } from '../runtime/wire/failure.ts'
import type { LearnerError } from '../runtime/wire/learner-error.ts'
import type { PlaygroundSession } from '../session/session.ts'
import type { CheckTools } from './checks/check-tools.ts'
import type { ReadTypes } from './checks/types-tool.ts'
import { MismatchError, type Mismatch } from './checks/mismatch.ts'
import type { CheckDefinition } from './define-checks.ts'

export type CheckOutcome =
  | { readonly state: 'passed' }
  | { readonly state: 'failed'; readonly mismatch: Mismatch }
  | { readonly state: 'not-run'; readonly reason: string }

/** Milliseconds. */
export const CHECK_DEADLINE = 45_000

export interface RunOptions {
  readonly checks: readonly CheckDefinition[]
  readonly session: PlaygroundSession
  readonly readTypes: ReadTypes
  readonly onBegin: (index: number) => void
  readonly onOutcome: (index: number, outcome: CheckOutcome) => void
  readonly signal: AbortSignal
}

/** Starts the engine when it does not run. The preview goes back to where it was. */
export async function runChecks(options: RunOptions): Promise<void> {
  const { checks, session, readTypes, onBegin, onOutcome, signal } = options
  await session.start()
  await session.settle()
  // Just started, the preview has no address yet.
  const before = session.status.get().preview?.address ?? session.workspace.get().starter.path
  for (const [index, check] of checks.entries()) {
    if (signal.aborted) return
    onBegin(index)
    const outcome = await runCheck(check, { session, readTypes, signal })
    if (signal.aborted) return
    onOutcome(index, outcome)
  }
  if (!signal.aborted && session.status.get().preview?.address !== before) {
    // The learner's own page may not open any more: the checks said why.
    await session.goto(before).catch(() => undefined)
  }
}

async function runCheck(
  check: CheckDefinition,
  { session, readTypes, signal }: Pick<RunOptions, 'session' | 'readTypes' | 'signal'>,
): Promise<CheckOutcome> {
  try {
    if (check.freshDatabase) await session.resetDatabase()
    // Loads with the first run: many only read.
    const { createCheckTools } = await import('./checks/create-check-tools.ts')
    const tools = createCheckTools(session, readTypes, signal)
    const { clock, isMoved } = watchClock(tools.clock)
    try {
      await withDeadline(check.run({ ...tools, clock }))
    } finally {
      if (isMoved()) await session.setClock(0)
    }
    return { state: 'passed' }
  } catch (cause) {
    if (cause instanceof MismatchError) return { state: 'failed', mismatch: cause.mismatch }
    const [broken] = session.status.get().errors
    return { state: 'not-run', reason: broken ? sayError(broken) : sayCause(cause) }
  }
}

/** What their own code says is more use than what we could not do because of it. */
function sayError({ end, place, message }: LearnerError): string {
  const where = place ? ` in ${place.file}, line ${place.line}` : ''
  return `${end === 'next' ? 'Next.js' : 'FastAPI'} has an error${where}: ${message.split('\n')[0]}`
}

function sayCause(cause: unknown): string {
  if (cause instanceof FailureError) return `${cause.failure.message} ${cause.failure.next}`
  return cause instanceof Error ? cause.message : String(cause)
}

/** The next check, and the learner, must find the clock as it is. */
function watchClock(clock: CheckTools['clock']) {
  let moved = false
  return {
    isMoved: () => moved,
    clock: {
      ahead(minutes: number) {
        moved = true
        return clock.ahead(minutes)
      },
    },
  }
}

async function withDeadline(work: Promise<void>): Promise<void> {
  const seconds = Math.round(CHECK_DEADLINE / 1000)
  let timer: ReturnType<typeof setTimeout> | null = null
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The check did not end within ${seconds} s.`)),
      CHECK_DEADLINE,
    )
  })
  try {
    await Promise.race([work, late])
  } finally {
    if (timer !== null) clearTimeout(timer)
  }
}
