import { describe, expect, test, vi } from 'vitest'
import { createFailure, FailureError } from '../runtime/wire/failure.ts'
import { createWorkspace } from '../runtime/workspace/create-workspace.ts'
import { createPlaygroundSession } from '../session/create-session.ts'
import { createFakeEngine } from '../ui/testing/fake-engine.ts'
import { MismatchError } from './checks/mismatch.ts'
import type { CheckDefinition } from './define-checks.ts'
import { RERUN_DELAY } from './checking.ts'
import { createLessonRun } from './lesson-run.ts'
import type { Lesson, LessonChecks } from './lesson.ts'
import { createProgress } from './progress.ts'
import { stepStarter } from './step-files.ts'

const PAGE = 'frontend/app/page.tsx'
const LIB = 'frontend/lib/api.ts'
const base = { [PAGE]: 'right', [LIB]: 'lib' }

const lesson: Lesson = {
  slug: '02-params',
  number: 2,
  title: 'Params',
  idea: 'One.',
  base: 'directory',
  steps: [
    {
      id: 'one',
      title: 'One',
      open: PAGE,
      path: '/',
      starter: { [PAGE]: 'broken' },
      solution: { [PAGE]: 'right' },
    },
    {
      id: 'two',
      title: 'Two',
      open: LIB,
      path: '/',
      starter: { [LIB]: 'slow' },
      solution: { [LIB]: 'fast' },
    },
  ],
}

function check(name: string, run: CheckDefinition['run']): CheckDefinition {
  return { name, run }
}
const passing = check('passes', async () => undefined)
const failing = check('fails', async () => {
  throw new MismatchError({ expected: '404', got: '500', where: null })
})
const unable = check('cannot', async () => {
  throw new FailureError(createFailure('preview', 'deadline', 'The preview did not open.'))
})

function open(checks: LessonChecks) {
  const kept = { text: null as string | null }
  const progress = createProgress({
    read: () => kept.text,
    write: (text) => void (kept.text = text),
  })
  const workspace = createWorkspace({
    starter: stepStarter(lesson, base, 0),
    edits: {},
    keptVersions: [],
    draft: { read: () => null, write: () => undefined },
    versions: { read: async () => [], write: async () => undefined },
  })
  const engine = createFakeEngine({ stageMs: 0 })
  const session = createPlaygroundSession({
    workspace,
    createEngine: async () => engine,
    loadStarter: async () => stepStarter(lesson, base, 0),
  })
  return {
    run: createLessonRun({ lesson, base, checks, session, readTypes: async () => [], progress }),
    session,
    engine,
    progress,
  }
}

test('another step begins with an empty jar, as its database begins anew', async () => {
  const { run, session, engine } = open({ one: [], two: [] })
  await session.start()
  const order: string[] = []
  engine.clearJar = async () => void order.push('jar')
  engine.reset = async () => {
    order.push('files')
    return { errors: [], ms: 0 }
  }
  await run.goTo(1)
  expect(order).toEqual(['jar', 'files'])
})

describe('checks', () => {
  test('each says its own outcome, and one that could not run is not red', async () => {
    const { run } = open({ one: [passing, failing, unable] })
    await run.runChecks()
    expect(run.get().checks.map(({ outcome }) => outcome)).toEqual([
      { state: 'passed' },
      { state: 'failed', mismatch: { expected: '404', got: '500', where: null } },
      { state: 'not-run', reason: expect.stringContaining('The preview did not open.') },
    ])
    expect(run.get().done).toEqual([false, false])
  })

  test('one that could not run names the error in the learner’s own code, if there is one', async () => {
    const { run, session, engine } = open({ one: [unable] })
    await session.start()
    engine.emit('errors', [
      {
        end: 'python',
        message: 'AttributeError: no handlers\nmore',
        place: { file: 'backend/main.py', line: 37, column: 1 },
        codeFrame: null,
        stack: null,
      },
    ])
    await run.runChecks()
    const reason = 'FastAPI has an error in backend/main.py, line 37: AttributeError: no handlers'
    expect(run.get().checks[0]?.outcome).toEqual({ state: 'not-run', reason })
  })

  test('a step is done when all of its checks pass', async () => {
    const { run, progress } = open({ one: [passing, passing] })
    await run.runChecks()
    expect(run.get().done).toEqual([true, false])
    expect(progress.isDone('02-params', 'one')).toBe(true)
  })

  test('it is done at once, while the preview still goes back to where it was', async () => {
    const leaving = check('leaves', () => engine.goto('/people/2'))
    const { run, engine } = open({ one: [leaving] })
    const show = engine.goto
    engine.goto = (path) => (path === '/' ? new Promise(() => undefined) : show(path))
    void run.runChecks()
    await vi.waitFor(() => expect(run.get().done).toEqual([true, false]))
    expect(run.get().isRunning).toBe(true)
  })

  test('the clock that a check moved is right again for the next', async () => {
    const moving = check('moves', async ({ clock }) => {
      await clock.ahead(31)
      throw new Error('and it breaks')
    })
    const { run, engine } = open({ one: [moving, passing] })
    await run.runChecks()
    expect(engine.asked.filter((asked) => asked.startsWith('clock'))).toEqual([
      'clock 1860000',
      'clock 0',
    ])
  })

  test('after a first run, they run again a quiet second after typing', async () => {
    const times: number[] = []
    const counting = check('counts', async () => void times.push(Date.now()))
    const { run, session } = open({ one: [counting] })
    session.workspace.write({ [PAGE]: 'typed before any run' })
    await run.runChecks()
    session.workspace.write({ [PAGE]: 'typed' })
    expect(run.get().checks[0]).toMatchObject({ isStale: true })
    await vi.waitFor(() => expect(times).toHaveLength(2), { timeout: 3 * RERUN_DELAY })
    await vi.waitFor(() => expect(run.get().checks[0]).toMatchObject({ isStale: false }))
  })

  test('a run that typing ended leaves the app before the next begins', async () => {
    const inside = { now: 0, most: 0 }
    const slow = check('slow', async () => {
      inside.now += 1
      inside.most = Math.max(inside.most, inside.now)
      await new Promise((resolve) => setTimeout(resolve, 40))
      inside.now -= 1
    })
    const { run } = open({ one: [slow] })
    const first = run.runChecks()
    await new Promise((resolve) => setTimeout(resolve, 20))
    await Promise.all([first, run.runChecks()])
    expect(inside.most).toBe(1)
    expect(run.get().isRunning).toBe(false)
  })
})

describe('steps', () => {
  test('the next step begins with the one before it solved, and with its own files', async () => {
    const { run, session } = open({})
    await run.goTo(1)
    expect(session.workspace.get().files).toEqual({ [PAGE]: 'right', [LIB]: 'slow' })
    expect(session.workspace.get().changed.size).toBe(0)
    expect(run.get()).toMatchObject({ step: 1, conflicts: [] })
  })

  test('what was written comes along; the step’s own file is asked about', async () => {
    const { run, session } = open({})
    session.workspace.write({ [LIB]: 'mine' })
    await run.goTo(1)
    expect(session.workspace.read(LIB)).toBe('mine')
    expect(run.get().conflicts).toEqual([LIB])
    run.decide('step')
    expect(session.workspace.read(LIB)).toBe('slow')
    expect(run.get().conflicts).toEqual([])
  })

  test('one decision is for all files that are asked about', async () => {
    for (const take of ['step', 'mine'] as const) {
      const { run, session } = open({})
      const mine = { [PAGE]: 'half an answer', [LIB]: 'mine' }
      session.workspace.write(mine)
      await run.goTo(1)
      expect(run.get().conflicts).toEqual([PAGE, LIB])
      expect(session.workspace.get().files).toEqual(mine)
      run.decide(take)
      const ofStep = { [PAGE]: 'right', [LIB]: 'slow' }
      expect(session.workspace.get().files).toEqual(take === 'step' ? ofStep : mine)
      expect(run.get().conflicts).toEqual([])
    }
  })

  test('the engine gets the example’s compiled files by its name', async () => {
    const { session, engine } = open({})
    await session.start()
    expect(engine.asked).toContain('start directory development /')
  })
})

describe('the solution', () => {
  test('shows what differs, and writes only when asked to', () => {
    const { run, session } = open({})
    expect(run.solution()).toEqual([{ path: PAGE, mine: 'broken', solution: 'right' }])
    expect(session.workspace.read(PAGE)).toBe('broken')
    run.useSolution([PAGE])
    expect(session.workspace.read(PAGE)).toBe('right')
    expect(run.solution()).toEqual([])
  })
})
