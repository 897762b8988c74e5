// What a step's `checks.ts` says: behaviours, in the order in which they are shown.
import type { CheckTools } from './checks/check-tools.ts'

export type { Answer, CheckTools, HttpTool, PageTool } from './checks/check-tools.ts'
export type { Exchange } from '../runtime/wire/hop.ts'
export type { Where } from './checks/mismatch.ts'

export interface CheckDefinition {
  /** What is true when it passes: “Person 1 and person 2 have their own names”. */
  readonly name: string
  /** Puts the database back to its start before the check: for one that writes rows. */
  readonly freshDatabase?: boolean
  /** Resolves when the behaviour was seen. A tool of `tools` says what was seen in its place. */
  run(tools: CheckTools): Promise<void>
}

/** Gives checks their types. */
export function defineChecks(checks: readonly CheckDefinition[]): readonly CheckDefinition[] {
  return checks
}
