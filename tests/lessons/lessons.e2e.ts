// npm run test:lessons: every step of every lesson in the real engine. Its checks fail on the starter and on each
// still-wrong answer, and pass on the solution and on each also-right one. A check that could not run fails the test.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lessonSlugs } from '../../tools/lesson-index/build.mjs'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { expect, test, type Overlay } from './step-on-page.ts'

type Cases = Readonly<Record<string, { readonly alsoRight: Answers; readonly stillWrong: Answers }>>
interface BuiltStep {
  readonly id: string
  readonly solution: Overlay
}
interface BuiltLesson {
  readonly steps: readonly BuiltStep[]
}
type Answers = Readonly<Record<string, Overlay>>

function readBuilt<Shape>(path: string): Shape {
  return JSON.parse(readFileSync(join(ROOT, 'build', path), 'utf8'))
}

// What a broken step says in the browser's console is its symptom.
test.use({ expectedErrors: /./ })

// Lessons side by side, the steps of one in turn: they share its page.
test.describe.configure({ mode: 'parallel' })

for (const slug of lessonSlugs()) {
  const { steps } = readBuilt<BuiltLesson>(`lessons/${slug}/lesson.json`)
  const cases = readBuilt<Cases>(`lesson-cases/${slug}.json`)
  test.describe(slug, () => {
    test.describe.configure({ mode: 'default' })
    for (const step of steps) testStep(slug, step, cases[step.id])
  })
}

function testStep(slug: string, { id, solution }: BuiltStep, cases: Cases[string] | undefined) {
  const { alsoRight = {}, stillWrong = {} } = cases ?? {}
  test(`step ${id}: wrong answers fail, right answers pass`, async ({ openStep }) => {
    const step = await openStep(slug, id)
    await test.step('starter', async () => expectFailing(await step.run()))
    for (const [name, overlay] of Object.entries(stillWrong)) {
      await test.step(`still wrong: ${name}`, async () => {
        await step.lay(overlay)
        expectFailing(await step.run())
      })
    }
    for (const [name, overlay] of Object.entries({ solution, ...alsoRight })) {
      await test.step(`right: ${name}`, async () => {
        await step.lay(overlay)
        expectPassing(await step.run())
      })
    }
  })
}

function expectFailing(said: readonly string[]): void {
  expect(said.filter((text) => text.startsWith('could not run'))).toEqual([])
  const failing = said.filter((text) => text.startsWith('does not pass'))
  expect(failing.length, said.join('\n')).toBeGreaterThan(0)
  for (const text of failing) expect(text).toMatch(/expected[\s\S]*got/)
}

function expectPassing(said: readonly string[]): void {
  expect(said.filter((text) => !text.startsWith('passes'))).toEqual([])
}
