// Opens a lesson: its files over its example, its checks, the draft and the progress of earlier visits.
import { createAutomation } from '../../automation/create-automation.ts'
import { createLessonRun, type LessonRun } from '../../lessons/lesson-run.ts'
import { loadLesson, type Lesson, type LessonChecks } from '../../lessons/lesson.ts'
import { createProgress } from '../../lessons/progress.ts'
import { indexOfStep, stepStarter } from '../../lessons/step-files.ts'
import { createEngine, prepareEngine } from '../../runtime/engine/choose.ts'
import { createFailure, FailureError } from '../../runtime/wire/failure.ts'
import type { Files } from '../../runtime/wire/files.ts'
import { createStarterLoader } from '../../runtime/workspace/load-starter.ts'
import { openSession } from '../../session/open-session.ts'
import type { PlaygroundSession } from '../../session/session.ts'
import { applyAskedTheme, isDriven, isEmbedded } from '../bar/embedded.ts'
import { readTypes } from '../editor/read-types.ts'
import { readEngineOfPage } from '../engine/switching.ts'
import { layoutStorage } from '../layout/layout-storage.ts'

const PROGRESS_KEY = 'both-ends.progress'

export interface OpenLesson {
  readonly session: PlaygroundSession
  readonly run: LessonRun
}

/** Rejects with FailureError `asset-missing` when a part of it does not load. */
export async function openLesson(slug: string): Promise<OpenLesson> {
  const site = new URL('/', window.location.href).href
  applyAskedTheme()
  const opening = openParts(slug, site)
  const session = opening.then((parts) => parts.session)
  if (isDriven()) {
    const { openDriven } = await import('../driven/open-driven.ts')
    await openDriven(() => session)
    return opening
  }
  // Before the session is there, so that a program may call at once and wait.
  window.bothEnds = createAutomation(() => session)
  return opening
}

async function openParts(slug: string, site: string): Promise<OpenLesson> {
  const lesson = await loadLesson(`${site}lessons/`, slug)
  const loadExample = createStarterLoader(`${site}starters/`)
  const [engine, example, checks] = await Promise.all([
    readEngineOfPage(),
    loadExample(lesson.base),
    loadChecks(`${site}lessons/${slug}/checks.js`),
  ])
  const isKept = !isDriven()
  const progress = createProgress({
    read: () => (isKept ? layoutStorage.getItem(PROGRESS_KEY) : null),
    write: (text) => isKept && localStorage.setItem(PROGRESS_KEY, text),
  })
  const session = await openSession({
    createEngine,
    ...(!isEmbedded() && { prepareEngine }),
    ...engine,
    loadStarter: async (name) => startOf(lesson, example.files, name),
    starter: lesson.steps[0]?.id ?? '',
    keptAs: slug,
    anew: !isKept,
    isKept,
  })
  engine.goOn(session)
  const run = createLessonRun({
    lesson,
    base: example.files,
    checks,
    session,
    readTypes: (path, text) => readTypes(session, path, text),
    progress,
  })
  return { session, run }
}

function startOf(lesson: Lesson, base: Files, name: string) {
  const index = indexOfStep(lesson, name)
  if (index === -1) {
    const message = `This lesson has no step “${name}”.`
    throw new FailureError(createFailure('lesson', 'asset-missing', message))
  }
  return stepStarter(lesson, base, index)
}

async function loadChecks(url: string): Promise<LessonChecks> {
  try {
    // A file of ours beside the lesson's, built by tools/lesson-index: the bundler must not look for it.
    const module: { readonly checks: LessonChecks } = await import(
      /* webpackIgnore: true */ /* turbopackIgnore: true */ url
    )
    return module.checks
  } catch (cause) {
    const message = 'The checks of this lesson did not load.'
    throw new FailureError(createFailure('lesson', 'asset-missing', message, String(cause)))
  }
}
