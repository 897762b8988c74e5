// What the page shows of an open lesson.
import type { CheckOutcome } from './run-checks.ts'

export interface CheckView {
  readonly name: string
  /** null: not run since the step began. */
  readonly outcome: CheckOutcome | null
  readonly isRunning: boolean
  /** The files have changed since. */
  readonly isStale: boolean
}

export interface LessonState {
  readonly step: number
  readonly checks: readonly CheckView[]
  readonly isRunning: boolean
  /** Why no check could run: the engine did not start. */
  readonly failure: string | null
  /** The step's own files that the learner's stand in for. */
  readonly conflicts: readonly string[]
  /** Steps whose checks have all passed, in this browser, once. */
  readonly done: readonly boolean[]
}

export function hasPassed({ outcome, isStale }: CheckView): boolean {
  return outcome?.state === 'passed' && !isStale
}
