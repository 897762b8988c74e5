// The files of a step: the base, every step before it solved, then its own overlay. Runs anywhere.
import { applyChanges } from '../runtime/workspace/overlay.ts'
import type { Starter } from '../runtime/workspace/starter.ts'
import type { Files } from '../runtime/wire/files.ts'
import type { Lesson, LessonStep } from './lesson.ts'

export function starterFiles(lesson: Lesson, base: Files, index: number): Files {
  const before = lesson.steps
    .slice(0, index)
    .reduce(
      (files, { starter, solution }) => applyChanges(applyChanges(files, starter), solution),
      base,
    )
  return applyChanges(before, lesson.steps[index]?.starter ?? {})
}

export function solvedFiles(lesson: Lesson, base: Files, index: number): Files {
  return applyChanges(starterFiles(lesson, base, index), lesson.steps[index]?.solution ?? {})
}

/** The workspace's starter for a step. It is named after the step, so that a draft finds its way back. */
export function stepStarter(lesson: Lesson, base: Files, index: number): Starter {
  const step = lesson.steps[index]
  if (!step) throw new RangeError(`${lesson.slug} has no step ${index}.`)
  const { id, open, path } = step
  const title = `step ${index + 1}`
  return {
    name: id,
    title,
    compiled: lesson.base,
    files: starterFiles(lesson, base, index),
    open,
    path,
  }
}

/** -1 for an id that the lesson does not have. */
export function indexOfStep({ steps }: Lesson, id: string | null): number {
  return steps.findIndex((step: LessonStep) => step.id === id)
}
