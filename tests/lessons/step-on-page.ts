// One page for all steps of a lesson, as a learner has it: both ends start once. Each step begins with its own files and
// a fresh database; its answers follow one another as a learner's do, in one database. After a step that failed comes a
// new page.
import { openLesson, type LessonOnPage } from '../e2e/support/lesson.ts'
import { openCleanPage, test as base } from '../e2e/support/kept-test.ts'

export { expect } from '../e2e/support/kept-test.ts'

/** Files over those that the step begins with; null takes one away. */
export type Overlay = Readonly<Record<string, string | null>>

export interface StepOnPage {
  /** Brings the step's own files back, and the answer over them. */
  lay(overlay: Overlay): Promise<void>
  run: LessonOnPage['run']
}

interface StepFixtures {
  readonly openStep: (slug: string, step: string) => Promise<StepOnPage>
}

export const test = base.extend<object, StepFixtures>({
  openStep: [
    async ({ keptContext }, give) => {
      const open: { slug: string | null; lesson: LessonOnPage | null } = {
        slug: null,
        lesson: null,
      }
      await give(async (slug, step) => {
        if (open.lesson && open.slug === slug) {
          await goToStep(open.lesson, step)
          return createStep(open.lesson)
        }
        await open.lesson?.page.close()
        const page = await openCleanPage(keptContext)
        open.lesson = await openLesson(page, { slug, step })
        open.slug = slug
        return createStep(open.lesson)
      })
      await open.lesson?.page.close()
    },
    { scope: 'worker' },
  ],
})

async function goToStep({ page, bothEnds }: LessonOnPage, step: string): Promise<void> {
  await page.evaluate((id) => {
    window.location.hash = id
  }, step)
  await page.locator(`section[id="${step}"]`).waitFor()
  // What was written in the step before is carried into this one.
  await bothEnds((api) => api.reset())
}

function createStep({ bothEnds, run }: LessonOnPage): StepOnPage {
  /** Of each file that an answer has changed: how the step brings it. */
  const brought: Record<string, string | null> = {}
  const remember = async (paths: readonly string[]) => {
    const texts = await bothEnds(async (api, wanted) => {
      const there = new Set(await api.files())
      const texts = (wanted ?? []).map(async (path) =>
        there.has(path) ? String(await api.read(path)) : null,
      )
      return Promise.all(texts)
    }, paths)
    for (const [index, path] of paths.entries()) brought[path] = texts[index] ?? null
  }
  return {
    run,
    async lay(overlay) {
      await remember(Object.keys(overlay).filter((path) => !(path in brought)))
      await bothEnds(
        async (api, changes) => {
          const there = new Set(await api.files())
          // At once, as an editor writes them: each end loads what it gets together.
          const writes = Object.entries(changes ?? {}).map(async ([path, text]) => {
            if (text !== null) await api.write(path, text)
            else if (there.has(path)) await api.remove(path)
          })
          await Promise.all(writes)
        },
        { ...brought, ...overlay },
      )
    },
  }
}
