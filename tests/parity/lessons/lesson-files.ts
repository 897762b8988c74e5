// The lessons as tools/lesson-index built them: of each step its solved files, its page and its checks.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CheckDefinition } from '../../../playground/lessons/define-checks.ts'
import type { Lesson, LessonChecks, LessonEntry } from '../../../playground/lessons/lesson.ts'
import { solvedFiles } from '../../../playground/lessons/step-files.ts'
import { unpackContent } from '../../../playground/runtime/wire/base64.ts'
import type { Files } from '../../../playground/runtime/wire/files.ts'
import { ROOT } from '../../../tools/build/build-if-changed.mjs'
import { readStarterFiles } from '../../../tools/starter-files/build.mjs'

export interface SolvedStep {
  readonly id: string
  /** The page of the app that the lesson shows first. */
  readonly path: string
  readonly files: Files
}

export interface SolvedLesson {
  readonly slug: string
  readonly base: string
  readonly steps: readonly SolvedStep[]
}

function readBuilt<Shape>(...path: string[]): Shape {
  return JSON.parse(readFileSync(join(ROOT, 'build/lessons', ...path), 'utf8'))
}

export function readLessons(): readonly SolvedLesson[] {
  return readBuilt<readonly LessonEntry[]>('index.json').map(({ slug }) => {
    const lesson = readBuilt<Lesson>(slug, 'lesson.json')
    const base = readBase(lesson.base)
    const steps = lesson.steps.map(({ id, path }, index) => {
      return { id, path, files: solvedFiles(lesson, base, index) }
    })
    return { slug, base: lesson.base, steps }
  })
}

function readBase(name: string): Files {
  const files = Object.entries(readStarterFiles(name))
  return Object.fromEntries(files.map(([path, content]) => [path, unpackContent(content)]))
}

export async function readChecks(slug: string, step: string): Promise<readonly CheckDefinition[]> {
  const file = pathToFileURL(join(ROOT, 'build/lessons', slug, 'checks.js')).href
  const { checks }: { readonly checks: LessonChecks } = await import(file)
  return checks[step] ?? []
}
