// What a lesson's `lesson.ts` says. Words are in its index.mdx, files in the folders of its steps.

export interface StepDefinition {
  /** The step's folder, and its anchor in the page. */
  readonly id: string
  readonly title: string
  /** The file to show first. */
  readonly open: string
  /** The page of the app to show first. */
  readonly path: string
  /** Files that the step's starter takes away from what came before. */
  readonly removes?: readonly string[]
}

export interface LessonDefinition {
  readonly title: string
  /** The one idea, as a sentence. */
  readonly idea: string
  /** The example under all its steps: a folder of `examples/`. */
  readonly base: string
  /** Files of the lesson’s own, which the example does not hold: a bench to try things on. */
  readonly own?: readonly string[]
  readonly steps: readonly StepDefinition[]
}

/** Gives a lesson its types. */
export function defineLesson(lesson: LessonDefinition): LessonDefinition {
  return lesson
}
