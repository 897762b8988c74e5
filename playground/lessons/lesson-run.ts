// One open lesson: which step, what its checks said, what of the step's files waits for the learner's decision.
// Runs on the site's page over the session; it draws nothing.
import type { Files } from '../runtime/wire/files.ts'
import { createReadable, type Readable } from '../runtime/workspace/readable.ts'
import type { PlaygroundSession } from '../session/session.ts'
import { carryFiles } from './carry-files.ts'
import { createChecking } from './checking.ts'
import type { ReadTypes } from './checks/types-tool.ts'
import type { CheckDefinition } from './define-checks.ts'
import type { Lesson, LessonChecks, LessonStep } from './lesson.ts'
import type { Progress } from './progress.ts'
import { hasPassed, type LessonState } from './lesson-state.ts'
import { indexOfStep, solvedFiles, starterFiles, stepStarter } from './step-files.ts'

export interface LessonRun extends Readable<LessonState> {
  readonly lesson: Lesson
  /** Goes to a step with all that was written; -1 and the step of now do nothing. */
  goTo(index: number): Promise<void>
  runChecks(): Promise<void>
  /** The file as the step brings it. */
  stepFile(path: string): string | null
  /** Takes the step's files, or keeps the learner's, all that there is a question about: it goes away either way. */
  decide(take: 'mine' | 'step'): void
  /** Files that the solution changes, with both texts. */
  solution(): readonly SolutionFile[]
  useSolution(paths: readonly string[]): void
  close(): void
}

export interface SolutionFile {
  readonly path: string
  readonly mine: string
  /** null: the solution has no such file. */
  readonly solution: string | null
}

export interface LessonRunOptions {
  readonly lesson: Lesson
  /** The example under the lesson. */
  readonly base: Files
  readonly checks: LessonChecks
  readonly session: PlaygroundSession
  readonly readTypes: ReadTypes
  readonly progress: Progress
}

export function createLessonRun(options: LessonRunOptions): LessonRun {
  const { lesson, base, session, progress } = options
  const first = Math.max(0, indexOfStep(lesson, session.workspace.get().starter.name))
  progress.visit(lesson.slug, stepAt(lesson, first).id)
  const done = () => lesson.steps.map(({ id }) => progress.isDone(lesson.slug, id))
  const checksOf = (index: number) => options.checks[stepAt(lesson, index).id] ?? []
  const state = createReadable<LessonState>({
    ...beginStep(checksOf(first)),
    step: first,
    conflicts: [],
    done: done(),
  })
  const update = (part: Partial<LessonState>) => state.set({ ...state.get(), ...part })
  const shown = () => stepAt(lesson, state.get().step)
  const stepFiles = () => starterFiles(lesson, base, state.get().step)
  const solved = () => solvedFiles(lesson, base, state.get().step)
  const checking = createChecking({
    session,
    readTypes: options.readTypes,
    state,
    update,
    checks: () => checksOf(state.get().step),
    onAllPassed() {
      progress.finish(lesson.slug, shown().id)
      update({ done: done() })
    },
  })
  return {
    lesson,
    get: state.get,
    subscribe: state.subscribe,
    async goTo(index) {
      const step = lesson.steps[index]
      if (!step || index === state.get().step) return
      checking.cancel()
      const isSolved = state.get().checks.every(hasPassed)
      const { starter, files: mine } = session.workspace.get()
      const to = starterFiles(lesson, base, index)
      const brought = new Set(Object.keys(step.starter))
      const { files, conflicts } = carryFiles({ from: starter.files, mine, to, brought, isSolved })
      update({ ...beginStep(checksOf(index)), step: index, conflicts })
      progress.visit(lesson.slug, step.id)
      // A cookie of people who are in the old database only would sign nobody in. Not running: there is no jar.
      await session.clearJar().catch(() => undefined)
      await session.carry(stepStarter(lesson, base, index), files)
    },
    runChecks: checking.run,
    stepFile: (path) => textOf(stepFiles(), path),
    decide(take) {
      const files = stepFiles()
      const brought = state.get().conflicts.map((path) => [path, files[path] ?? null] as const)
      if (take === 'step') session.workspace.write(Object.fromEntries(brought))
      update({ conflicts: [] })
    },
    solution: () => findSolution(session.workspace.get().files, solved(), shown()),
    useSolution(paths) {
      const files = solved()
      session.workspace.write(Object.fromEntries(paths.map((path) => [path, files[path] ?? null])))
      update({ conflicts: state.get().conflicts.filter((path) => !paths.includes(path)) })
    },
    close: checking.close,
  }
}

function stepAt(lesson: Lesson, index: number): LessonStep {
  const step = lesson.steps[index] ?? lesson.steps[0]
  if (!step) throw new RangeError(`${lesson.slug} has no steps.`)
  return step
}

function beginStep(checks: readonly CheckDefinition[]) {
  return {
    checks: checks.map(({ name }) => ({ name, outcome: null, isRunning: false, isStale: false })),
    isRunning: false,
    failure: null,
  }
}

function textOf(files: Files, path: string): string | null {
  const content = files[path]
  return typeof content === 'string' ? content : null
}

function findSolution(mine: Files, solved: Files, step: LessonStep): readonly SolutionFile[] {
  return Object.keys({ ...step.starter, ...step.solution })
    .map((path) => ({ path, mine: textOf(mine, path) ?? '', solution: textOf(solved, path) }))
    .filter(
      ({ path, mine: own, solution }) =>
        own !== (solution ?? '') && (path in mine || solution !== null),
    )
    .sort((left, right) => left.path.localeCompare(right.path))
}
