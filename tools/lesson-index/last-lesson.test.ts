// Whoever has done the course holds what teams copy: the last solution is the example, file by file and byte by byte.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LessonDefinition } from '../../playground/lessons/define-lesson.ts'
import { solvedFiles } from '../../playground/lessons/step-files.ts'
import { unpackContent } from '../../playground/runtime/wire/base64.ts'
import { ROOT } from '../build/build-if-changed.mjs'
import { readStarterFiles } from '../starter-files/build.mjs'
import { lessonSlugs } from './build.mjs'
import { readLesson } from './read-lesson.mjs'

const slug = lessonSlugs().at(-1) ?? ''
const { lesson: definition }: { readonly lesson: LessonDefinition } = await import(
  `../../lessons/${slug}/lesson.ts`
)
const { steps } = readLesson(join(ROOT, 'lessons', slug), definition, '')
const example = Object.fromEntries(
  Object.entries(readStarterFiles('user-crud')).map(([path, text]) => [path, unpackContent(text)]),
)

const lesson = {
  slug,
  number: 18,
  title: definition.title,
  idea: definition.idea,
  base: definition.base,
  steps: definition.steps.map((step, index) => ({
    ...step,
    starter: steps[index]?.starter ?? {},
    solution: steps[index]?.solution ?? {},
  })),
}

test('the course ends with lesson 18, over user-crud', () =>
  expect([slug, definition.base]).toEqual(['18-ship', 'user-crud']))

test('its last solution is examples/user-crud, byte for byte', () =>
  expect(solvedFiles(lesson, example, steps.length - 1)).toEqual(example))

test('it breaks six files at once, and each step mends two of them', () => {
  const [first] = steps
  expect(Object.keys(first?.starter ?? {})).toHaveLength(6)
  expect(steps.map(({ solution }) => Object.keys(solution).length)).toEqual([2, 2, 2])
})
