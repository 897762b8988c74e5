// The only file of the playground that the site imports, by next/dynamic with ssr: false or by import().
export { Playground, type PlaygroundProps } from './ui/Playground.tsx'
export type { LessonProps, ShownStep } from './ui/lesson/LessonFrame.tsx'

/** The lesson page around a prose, and what its tasks show below their words. Chunks of their own. */
export async function loadLessonParts() {
  const [{ Lesson }, { StepTools }] = await Promise.all([
    import('./ui/lesson/LessonFrame.tsx'),
    import('./ui/steps/StepTools.tsx'),
  ])
  return { Lesson, StepTools }
}
