// Every solution of every lesson on `next dev` and uvicorn: it passes its own checks there, and what it answers is what
// the playground answers, but for the differences that content/docs/what-is-real.mdx lists.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../tools/build/build-if-changed.mjs'
import { findRow, findStaleRows, readAcceptedRows } from '../accepted.ts'
import type { Side, Step } from '../exchange.ts'
import { keepCookies } from '../kept-cookies.ts'
import { compareSides, type FoundDifference, showDifference } from '../run-transcript.ts'
import { expect, test, type BothWorkspaces } from './both-workspaces.ts'
import { readChecks, readLessons, type SolvedLesson, type SolvedStep } from './lesson-files.ts'
import { withoutEmptyCookie } from './asked.ts'
import { moreSteps } from './more-steps.ts'
import { runOnReal } from './real/run-check.ts'
import { askedSteps, pageSteps } from './solution-steps.ts'

const FOUND = join(ROOT, 'build', 'parity', 'found')
const lessons = readLessons().toSorted((a, b) => a.base.localeCompare(b.base))
/** Checks that are not asked on real servers, with what they want that only the playground has. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  '09-tokens': ['forged, “The same token is refused 31 minutes later”: it moves the clock'],
}

// What a fault that was made on purpose says in the console is not what is looked at here.
test.use({ expectedErrors: /./ })
test.describe.configure({ mode: 'default' })

for (const lesson of lessons) {
  test(`${lesson.slug}: its solutions pass on real servers, which answer as the playground does`, async ({
    openBoth,
  }) => {
    const both = await openBoth(lesson)
    rmSync(foundFile(lesson), { force: true })
    const [found, answers]: [FoundDifference[], Record<string, unknown>] = [[], {}]
    const outcomes: CheckOutcomes = { failed: [], leftOut: [] }
    for (const [index, step] of lesson.steps.entries()) {
      await test.step(step.id, async () => {
        const laid = { restart: index === 0 }
        await Promise.all([both.real.lay(step.files, laid), both.here.lay(step.files)])
        const compared = await compareStep(lesson, step, { both, outcomes })
        found.push(...compared.found)
        Object.assign(answers, compared.answers)
      })
    }
    mkdirSync(FOUND, { recursive: true })
    writeFileSync(foundFile(lesson), JSON.stringify(found, null, 1))
    const answersFile = foundFile(lesson).replace('.json', '.answers.json')
    writeFileSync(answersFile, JSON.stringify(answers, null, 1))
    expect.soft(outcomes.failed, 'checks that fail on real servers').toEqual([])
    expect.soft(outcomes.leftOut, 'checks that are not asked').toEqual(LEFT_OUT[lesson.slug] ?? [])
    const rows = readAcceptedRows()
    expect(found.filter(({ key }) => findRow(rows, key) === null).map(showDifference)).toEqual([])
  })
}

interface CheckOutcomes {
  readonly failed: string[]
  readonly leftOut: string[]
}

interface Running {
  readonly both: BothWorkspaces
  readonly outcomes: CheckOutcomes
}

function foundFile({ slug }: SolvedLesson): string {
  return join(FOUND, `development-${slug}.json`)
}

async function compareStep(lesson: SolvedLesson, step: SolvedStep, running: Running) {
  const { both } = running
  const sides = {
    real: createSide('next dev and uvicorn', both.real.ask),
    here: createSide('the playground', both.here.ask),
  }
  const pair = { flavour: 'development', example: lesson.slug, ...sides } as const
  const pages = await compareSides(pair, [...pageSteps(step), ...moreSteps(lesson.slug, step.id)])
  const asked = await runChecks(lesson, step, { ...running, real: sides.real })
  const checks = await compareSides(pair, asked)
  return {
    found: [...pages.found, ...checks.found.filter(({ part }) => part !== 'cookies')],
    answers: { ...pages.answers, ...checks.answers },
  }
}

/** Each check on the real servers; and what it asked before it used a browser, there and here. */
async function runChecks(
  { slug }: SolvedLesson,
  step: SolvedStep,
  { both, outcomes, real }: Running & { readonly real: Side },
): Promise<readonly Step[]> {
  const steps: Step[] = []
  for (const [index, check] of (await readChecks(slug, step.id)).entries()) {
    const { state, reason, asked } = await runOnReal(check, both.real, both.browser)
    const told = `${step.id}, “${check.name}”: ${reason}`
    if (state === 'failed') outcomes.failed.push(told)
    if (state === 'left-out') outcomes.leftOut.push(told)
    if (state !== 'passed' || asked.length === 0) continue
    const here = await both.here.askAgain(check)
    steps.push(...askedSteps(`${step.id}-check-${index + 1}`, { real: asked, here }, real))
  }
  return steps
}

/** Each with a jar of its own, empty at the beginning of a step. */
function createSide(name: string, ask: Side['ask']): Side {
  const keeper = keepCookies((one) => ask({ ...one, headers: withoutEmptyCookie(one.headers) }))
  return { name, ...keeper, stop: () => Promise.resolve() }
}

test('every difference that is accepted of the lessons is still there', () => {
  const keys = lessons.flatMap((lesson) => {
    const found: FoundDifference[] = JSON.parse(readFileSync(foundFile(lesson), 'utf8'))
    return found.map(({ key }) => key)
  })
  const slugs = lessons.map(({ slug }) => slug)
  expect(findStaleRows(readAcceptedRows(), slugs, keys)).toEqual([])
})

test('at least two hundred and fifty answers are compared', () => {
  const counts = lessons.map((lesson) => {
    const file = foundFile(lesson).replace('.json', '.answers.json')
    return Object.keys(JSON.parse(readFileSync(file, 'utf8'))).length
  })
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(250)
})
