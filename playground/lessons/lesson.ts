// A lesson as the page loads it: tools/lesson-index writes /lessons/<slug>/lesson.json, and its checks beside it.
import * as v from 'valibot'
import { createFailure, FailureError } from '../runtime/wire/failure.ts'
import type { FileChanges } from '../runtime/wire/files.ts'
import type { CheckDefinition } from './define-checks.ts'

export interface LessonStep {
  readonly id: string
  readonly title: string
  readonly open: string
  readonly path: string
  /** Over what came before: the step before, solved. null removes a file. */
  readonly starter: FileChanges
  /** Over the starter. */
  readonly solution: FileChanges
}

export interface Lesson {
  /** Folder and address: `02-params`. */
  readonly slug: string
  readonly number: number
  readonly title: string
  readonly idea: string
  readonly base: string
  readonly steps: readonly LessonStep[]
}

export interface LessonEntry {
  readonly slug: string
  readonly number: number
  readonly title: string
}

const Overlay = v.record(v.string(), v.nullable(v.string()))

const LessonText = v.object({
  slug: v.string(),
  number: v.number(),
  title: v.string(),
  idea: v.string(),
  base: v.string(),
  steps: v.pipe(
    v.array(
      v.object({
        id: v.string(),
        title: v.string(),
        open: v.string(),
        path: v.string(),
        starter: Overlay,
        solution: Overlay,
      }),
    ),
    v.minLength(1),
  ),
})

const IndexText = v.array(v.object({ slug: v.string(), number: v.number(), title: v.string() }))

/** `base` is absolute and ends in a slash: the site's `/lessons/`. Rejects with FailureError `asset-missing`. */
export async function loadLesson(base: string, slug: string): Promise<Lesson> {
  const parsed = v.safeParse(LessonText, await loadJson(`${base}${slug}/lesson.json`))
  if (!parsed.success) throw missing('This lesson did not load.', parsed.issues[0].message)
  return parsed.output
}

/** Every lesson there is, in order: for the menu. */
export async function loadLessonIndex(base: string): Promise<readonly LessonEntry[]> {
  const parsed = v.safeParse(IndexText, await loadJson(`${base}index.json`))
  if (!parsed.success) throw missing('The list of lessons did not load.', parsed.issues[0].message)
  return parsed.output
}

export type LessonChecks = Readonly<Record<string, readonly CheckDefinition[]>>

function missing(message: string, detail: string): FailureError {
  return new FailureError(createFailure('lesson', 'asset-missing', message, detail))
}

async function loadJson(url: string): Promise<unknown> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw missing('This lesson did not load.', String(cause))
  })
  if (!response.ok) throw missing('This lesson did not load.', `status ${response.status}`)
  return response.json()
}
