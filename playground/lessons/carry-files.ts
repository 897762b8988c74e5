// From one step to another without losing a letter: what the learner wrote stays. Runs anywhere.
import { isSameContent } from '../runtime/workspace/overlay.ts'
import type { FileContent, Files } from '../runtime/wire/files.ts'

export interface Carry {
  /** The start of the step that is left. */
  readonly from: Files
  /** As the learner leaves it. */
  readonly mine: Files
  /** The start of the step that comes. */
  readonly to: Files
  /** Paths that the coming step brings of its own, apart from what the steps before it solved. */
  readonly brought: ReadonlySet<string>
  /** All checks of the step that is left pass: the learner's answer stands in for ours. */
  readonly isSolved: boolean
}

export interface Carried {
  readonly files: Files
  /** Files kept as they were although the step has its own: one question, since half of each answer would not fit. */
  readonly conflicts: readonly string[]
}

export function carryFiles({ from, mine, to, brought, isSolved }: Carry): Carried {
  const files: Record<string, FileContent> = {}
  const conflicts: string[] = []
  for (const path of new Set([...Object.keys(mine), ...Object.keys(to)])) {
    const isEdited = !isSameContent(mine[path], from[path])
    const kept = isEdited ? mine[path] : to[path]
    if (kept !== undefined) files[path] = kept
    const differs = isEdited && !isSameContent(mine[path], to[path])
    const isNew = !isSameContent(from[path], to[path])
    if (differs && isNew) conflicts.push(path)
  }
  const isAnswer = isSolved && !conflicts.some((path) => brought.has(path))
  return { files, conflicts: isAnswer ? [] : conflicts.sort() }
}
