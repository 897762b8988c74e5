// The only file of the playground that the site imports, by next/dynamic with ssr: false or by import().
export type { PlaygroundProps } from './ui/Playground.tsx'
export type { LessonProps, ShownStep } from './ui/lesson/LessonFrame.tsx'
export type { Checklist, ChecklistState, RowOutcome } from './ui/checklist/open-checklist.ts'
export type { Work } from './ui/checklist/open-work.ts'

/** The page /play. A chunk of its own. */
export async function loadPlayground() {
  const { Playground } = await import('./ui/Playground.tsx')
  return Playground
}

/** The lesson page around a prose, and what its tasks show below their words. Chunks of their own. */
export async function loadLessonParts() {
  const [{ Lesson }, { StepTools }] = await Promise.all([
    import('./ui/lesson/LessonFrame.tsx'),
    import('./ui/steps/StepTools.tsx'),
  ])
  return { Lesson, StepTools }
}

/** Presenter mode over a lesson or a talk. A chunk of its own. */
export async function loadPresenter() {
  const { Presenter } = await import('./ui/present/Presenter.tsx')
  return { Presenter }
}

/** What runs the rows of docs/checklist over a work of the reader's. A chunk of its own. */
export async function loadChecklist() {
  const { openChecklist } = await import('./ui/checklist/open-checklist.ts')
  return { openChecklist }
}
