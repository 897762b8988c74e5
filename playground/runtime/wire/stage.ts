// Stages: the named parts of starting an engine, each timed, each with a deadline.
import type { Failure } from './failure.ts'

/** Of the own engine. */
export const STAGE_NAMES = [
  'host', // the preview origin's page and its service worker
  'next', // the kernel's files, evaluated; in a container, `next dev` until it is ready
  'python', // Pyodide and the wheels
  'fastapi', // the learner's app imported, lifespan started
  'database', // the SQLite file opened for the first time
  'first-page', // the preview showed a page
] as const

/** Of the WebContainers engine. */
export const CONTAINER_STAGE_NAMES = [
  'host',
  'container', // the vendor's host answers, and its container has booted
  'packages', // our snapshot of Next and what it needs, mounted
  'relay', // our script in the container listens on both ports
  'next',
  'client', // Next's own client code, compiled once: most of what a first page waits for
  'python',
  'fastapi',
  'database',
  'first-page',
] as const

export type StageName = (typeof STAGE_NAMES)[number] | (typeof CONTAINER_STAGE_NAMES)[number]

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
