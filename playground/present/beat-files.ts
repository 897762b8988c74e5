// The files of a talk's beats: those of a lesson's step, as it begins or as it ends. All of them are loaded before the
// first beat, so that none of them asks the network later. Runs on the site's page.
import { loadLesson } from '../lessons/lesson.ts'
import { indexOfStep, solvedFiles, starterFiles } from '../lessons/step-files.ts'
import { createFailure, FailureError } from '../runtime/wire/failure.ts'
import { createStarterLoader } from '../runtime/workspace/load-starter.ts'
import type { Starter } from '../runtime/workspace/starter.ts'
import type { Beat, Talk } from './talk.ts'

/** `site` is absolute and ends in a slash. Rejects with FailureError `asset-missing`. */
export async function loadBeatFiles(talk: Talk, site: string): Promise<readonly Starter[]> {
  const lessons = await loadEach(
    talk.beats.map(({ lesson }) => lesson),
    (slug) => loadLesson(`${site}lessons/`, slug),
  )
  const loadExample = createStarterLoader(`${site}starters/`)
  const bases = await loadEach(
    [...lessons.values()].map(({ base }) => base),
    loadExample,
  )
  return talk.beats.map((beat) => {
    const lesson = lessons.get(beat.lesson)
    const base = lesson && bases.get(lesson.base)
    const index = lesson ? indexOfStep(lesson, beat.step) : -1
    if (!lesson || !base || index === -1) throw lost(beat)
    const filesOf = beat.files === 'start' ? starterFiles : solvedFiles
    return {
      name: `${beat.lesson}-${beat.step}-${beat.files}`,
      compiled: lesson.base,
      files: filesOf(lesson, base.files, index),
      open: beat.file,
      path: beat.path,
    }
  })
}

async function loadEach<Value>(
  names: readonly string[],
  load: (name: string) => Promise<Value>,
): Promise<ReadonlyMap<string, Value>> {
  const loading = Array.from(new Set(names), async (name) => [name, await load(name)] as const)
  return new Map(await Promise.all(loading))
}

function lost({ lesson, step }: Beat): FailureError {
  const message = `Lesson “${lesson}” has no step “${step}”.`
  return new FailureError(createFailure('talk', 'asset-missing', message))
}
