// Stages: the named parts of starting an engine, each timed, each with a deadline.
import type { Failure } from './failure.ts'

export const STAGE_NAMES = [
  'host', // the preview origin's page and its service worker
  'next', // the kernel's files, evaluated
  'python', // Pyodide and the wheels
  'fastapi', // the learner's app imported, lifespan started
  'database', // the SQLite file opened for the first time
  'first-page', // the preview showed a page
] as const

export type StageName = (typeof STAGE_NAMES)[number]

export type StageState = 'waiting' | 'running' | 'slow' | 'done' | 'failed'

export interface Stage {
  readonly name: StageName
  readonly state: StageState
  /** Milliseconds it took, or has taken so far; null while waiting. */
  readonly ms: number | null
  /** What it is doing right now: a file that loads, for instance. */
  readonly detail: string | null
  readonly failure: Failure | null
}
