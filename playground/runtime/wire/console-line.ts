// One line for the console pane. Objects are already text: what cannot be cloned must not stop a line.
import type { CodePlace } from './learner-error.ts'

export type ConsoleSource = 'browser' | 'next' | 'python'
export type ConsoleLevel = 'debug' | 'log' | 'info' | 'warn' | 'error'

export interface ConsoleLine {
  readonly source: ConsoleSource
  readonly level: ConsoleLevel
  readonly text: string
  /** Milliseconds since the epoch. */
  readonly time: number
  readonly place: CodePlace | null
}
