// The lessons as they lie in the repository, without building them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LessonDefinition } from '../../playground/lessons/define-lesson.ts'
import { ROOT } from '../build/build-if-changed.mjs'
import { lessonSlugs } from './build.mjs'
import { findProblems } from './find-problems.mjs'
import { readLesson } from './read-lesson.mjs'

const lessons = await Promise.all(
  lessonSlugs().map(async (slug) => {
    const module: { readonly lesson: LessonDefinition } = await import(
      `../../lessons/${slug}/lesson.ts`
    )
    return { slug, definition: module.lesson }
  }),
)

test('there are lessons', () => expect(lessons.length).toBeGreaterThan(0))

describe.each(lessons)('lesson $slug', ({ slug, definition }) => {
  const words = join(ROOT, 'content/learn', `${slug}.mdx`)
  const lesson = readLesson(join(ROOT, 'lessons', slug), definition, words)

  test('is in the list of lessons, with its idea', () => {
    const { title, idea } = definition
    const row = `| [${Number(slug.slice(0, 2))} · ${title}](/learn/${slug}/) | ${idea} |`
    expect(readFileSync(join(ROOT, 'content/learn/index.mdx'), 'utf8')).toContain(row)
  })

  test('says the same in its words’ front matter', () => {
    const { title, idea } = definition
    const lines = lesson.prose.split('\n', 3).map((line) => line.replaceAll('"', ''))
    expect(lines).toEqual(['---', `title: ${title}`, `description: ${idea}`])
  })

  test('breaks no rule', () => expect(findProblems(lesson)).toEqual([]))

  test('ends with what the example holds, byte for byte', () => {
    const solved = Object.assign(
      {},
      ...lesson.steps.flatMap(({ starter, solution }) => [starter, solution]),
    )
    const own = new Set(definition.own)
    for (const [path, text] of Object.entries(solved)) {
      if (own.has(path)) continue
      expect(text, path).toBe(readFileSync(join(ROOT, 'examples', definition.base, path), 'utf8'))
    }
  })
})
