// One page for all steps of a lesson, as a learner has it: both ends start once. Each step begins with its own files and
// a fresh database. After a step that failed comes a new page.
import { openLesson, type LessonOnPage } from '../e2e/support/lesson.ts'
import { openCleanPage, test as base } from '../e2e/support/kept-test.ts'

export { expect } from '../e2e/support/kept-test.ts'

type OpenStep = (slug: string, step: string) => Promise<LessonOnPage>

interface StepFixtures {
  readonly openStep: OpenStep
}

export const test = base.extend<object, StepFixtures>({
  openStep: [
    async ({ keptContext }, give) => {
      const open: { slug: string | null; lesson: LessonOnPage | null } = {
        slug: null,
        lesson: null,
      }
      await give(async (slug, step) => {
        if (open.lesson && open.slug === slug) return goToStep(open.lesson, step)
        await open.lesson?.page.close()
        const page = await openCleanPage(keptContext)
        open.lesson = await openLesson(page, { slug, step })
        open.slug = slug
        return open.lesson
      })
      await open.lesson?.page.close()
    },
    { scope: 'worker' },
  ],
})

async function goToStep(lesson: LessonOnPage, step: string): Promise<LessonOnPage> {
  await lesson.page.evaluate((id) => {
    window.location.hash = id
  }, step)
  await lesson.page.locator(`section[id="${step}"]`).waitFor()
  // What was written in the step before is carried into this one.
  await lesson.bothEnds((api) => api.reset())
  return lesson
}
