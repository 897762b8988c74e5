// One open lesson: which step, what its checks said, what of the step's files waits for the learner's decision.
// Runs on the site's page over the session; it draws nothing.
import { toFailure } from '../runtime/wire/failure.ts'
import type { Files } from '../runtime/wire/files.ts'
import { createReadable, type Readable } from '../runtime/workspace/readable.ts'
import type { PlaygroundSession } from '../session/session.ts'
import { carryFiles } from './carry-files.ts'
import type { CheckDefinition } from './define-checks.ts'
import type { Lesson, LessonChecks, LessonStep } from './lesson.ts'
import type { Progress } from './progress.ts'
import { runChecks, type CheckOutcome } from './run-checks.ts'
import { indexOfStep, solvedFiles, starterFiles, stepStarter } from './step-files.ts'

/** Milliseconds of quiet after typing until the checks run again by themselves. */
export const RERUN_DELAY = 1_000

export interface CheckView {
  readonly name: string
  /** null: not run since the step began. */
  readonly outcome: CheckOutcome | null
  readonly isRunning: boolean
  /** The files have changed since. */
  readonly isStale: boolean
}

export interface LessonState {
  readonly step: number
  readonly checks: readonly CheckView[]
  readonly isRunning: boolean
  /** Why no check could run: the engine did not start. */
  readonly failure: string | null
  /** The step's own files that the learner's stand in for. */
  readonly conflicts: readonly string[]
  /** Steps whose checks have all passed, in this browser, once. */
  readonly done: readonly boolean[]
}

export interface LessonRun extends Readable<LessonState> {
  readonly lesson: Lesson
  /** Goes to a step with all that was written; -1 and the step of now do nothing. */
  goTo(index: number): Promise<void>
  runChecks(): Promise<void>
  /** The file as the step brings it. */
  stepFile(path: string): string | null
  /** Takes the step's file, or keeps the learner's: the question goes away either way. */
  decide(path: string, take: 'mine' | 'step'): void
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
  readonly progress: Progress
}

export function createLessonRun(options: LessonRunOptions): LessonRun {
  const { lesson, base, session, progress } = options
  const first = Math.max(0, indexOfStep(lesson, session.workspace.get().starter.name))
  const done = () => lesson.steps.map(({ id }) => progress.isDone(lesson.slug, id))
  const checksOf = (index: number) => options.checks[stepAt(lesson, index).id] ?? []
  const state = createReadable<LessonState>({
    ...beginStep(checksOf(first)),
    step: first,
    conflicts: [],
    done: done(),
  })
  const update = (part: Partial<LessonState>) => state.set({ ...state.get(), ...part })
  const checking = createChecking({
    session,
    state,
    update,
    checks: () => checksOf(state.get().step),
    onAllPassed,
  })
  function onAllPassed(): void {
    progress.finish(lesson.slug, stepAt(lesson, state.get().step).id)
    update({ done: done() })
  }
  const stepFiles = () => starterFiles(lesson, base, state.get().step)
  return {
    lesson,
    get: state.get,
    subscribe: state.subscribe,
    async goTo(index) {
      const step = lesson.steps[index]
      if (!step || index === state.get().step) return
      checking.cancel()
      const isSolved = state.get().checks.every(({ outcome }) => outcome?.state === 'passed')
      const { starter, files: mine } = session.workspace.get()
      const to = starterFiles(lesson, base, index)
      const brought = new Set(Object.keys(step.starter))
      const { files, conflicts } = carryFiles({ from: starter.files, mine, to, brought, isSolved })
      update({ ...beginStep(checksOf(index)), step: index, conflicts })
      progress.visit(lesson.slug, step.id)
      await session.carry(stepStarter(lesson, base, index), files)
    },
    runChecks: checking.run,
    stepFile: (path) => textOf(stepFiles(), path),
    decide(path, take) {
      if (take === 'step') session.workspace.write({ [path]: stepFiles()[path] ?? null })
      update({ conflicts: state.get().conflicts.filter((other) => other !== path) })
    },
    solution: () =>
      findSolution(
        session.workspace.get().files,
        solvedFiles(lesson, base, state.get().step),
        stepAt(lesson, state.get().step),
      ),
    useSolution(paths) {
      const solved = solvedFiles(lesson, base, state.get().step)
      session.workspace.write(Object.fromEntries(paths.map((path) => [path, solved[path] ?? null])))
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

interface CheckingOptions {
  readonly session: PlaygroundSession
  readonly state: Readable<LessonState>
  readonly update: (part: Partial<LessonState>) => void
  readonly checks: () => readonly CheckDefinition[]
  readonly onAllPassed: () => void
}

/** Runs a step's checks, again after each quiet second of typing once they have been run. */
function createChecking({ session, state, update, checks, onAllPassed }: CheckingOptions) {
  let current: AbortController | null = null
  let last: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | null = null
  const change = (index: number, part: Partial<CheckView>) =>
    update({
      checks: state.get().checks.map((view, at) => (at === index ? { ...view, ...part } : view)),
    })
  const cancel = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    current?.abort()
    current = null
  }
  const run = async (): Promise<void> => {
    cancel()
    const own = new AbortController()
    current = own
    update({ isRunning: true, failure: null })
    // There is one preview: a run that was cancelled leaves it first.
    const before = last
    last = before.then(() => (own.signal.aborted ? undefined : runOnce(own)))
    await last
  }
  const runOnce = async (own: AbortController): Promise<void> => {
    try {
      await runChecks({
        checks: checks(),
        session,
        signal: own.signal,
        onBegin: (index) => change(index, { isRunning: true }),
        onOutcome: (index, outcome) => change(index, { outcome, isRunning: false, isStale: false }),
      })
    } catch (cause) {
      if (!own.signal.aborted) update({ failure: toFailure('start', cause).message })
    }
    if (own.signal.aborted) return
    current = null
    const { checks: views } = state.get()
    update({ isRunning: false, checks: views.map((view) => ({ ...view, isRunning: false })) })
    if (views.length > 0 && views.every(({ outcome }) => outcome?.state === 'passed')) onAllPassed()
  }
  const stop = session.workspace.onChange(() => {
    const { checks: views } = state.get()
    const wasRun = views.some(({ outcome }) => outcome !== null) || current !== null
    if (!wasRun) return
    cancel()
    update({
      isRunning: false,
      checks: views.map((view) => ({ ...view, isRunning: false, isStale: true })),
    })
    // The engine may be stopped: typing must not start it.
    if (session.status.get().engine === 'running') timer = setTimeout(() => void run(), RERUN_DELAY)
  })
  return {
    run,
    cancel,
    close() {
      cancel()
      stop()
    },
  }
}
