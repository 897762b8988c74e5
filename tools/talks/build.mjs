// Writes build/talks from content/present, lessons and examples (README.md says what is in it).
// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfChanged, ROOT } from '../build/build-if-changed.mjs'
import { lessonSlugs, readLessonOf } from '../lesson-index/build.mjs'
import { readStarterFiles } from '../starter-files/build.mjs'
import { STARTERS } from '../starter-files/starters.mjs'
import { brightText } from './bright-text.mjs'
import { findProblems } from './find-problems.mjs'
import { lessonTalk } from './lesson-talk.mjs'
import { readTalk } from './read-talk.mjs'
import { stepFiles } from './step-files.mjs'

const KITS = join(ROOT, 'content/present')
const TARGET = join(ROOT, 'build/talks')

/** @returns {string[]} names of the kits, sorted */
export function talkSlugs() {
  if (!existsSync(KITS)) return []
  return readdirSync(KITS)
    .filter((file) => file.endsWith('.mdx') && file !== 'index.mdx')
    .map((file) => file.replace('.mdx', ''))
    .sort()
}

/** @param {{ log?: (line: string) => void }} [options] */
export function buildTalks({ log } = {}) {
  return buildIfChanged({
    name: 'talks',
    inputs: [
      ...STARTERS.map(({ name }) => `examples/${name}`),
      'content/learn',
      'content/present',
      'lessons',
      'tools/lesson-index',
      'tools/starter-files',
      'tools/talks',
    ],
    outputs: [...talkSlugs(), ...lessonSlugs()].map((slug) => `build/talks/${slug}.json`),
    build: writeTalks,
    ...(log ? { log } : {}),
  })
}

async function writeTalks() {
  const { talks, lessonTalks, findFiles, problems } = await readTalks()
  if (problems.length > 0) throw new Error(`Talks that do not play:\n${problems.join('\n')}`)
  await rm(TARGET, { recursive: true, force: true })
  await mkdir(TARGET, { recursive: true })
  const kits = talks.map(({ slug, title, idea, beats }) => ({
    slug,
    title,
    idea,
    page: `/present/${slug}/`,
    beats: beats.map(({ holds: _holds, unknown: _unknown, ...beat }) => ({
      ...beat,
      code: brightText(findFiles(beat.lesson, beat.step, beat.files)?.[beat.file], beat.lines),
    })),
  }))
  for (const talk of [...kits, ...lessonTalks])
    await writeFile(join(TARGET, `${talk.slug}.json`), JSON.stringify(talk))
}

/** Every talk of the repository, and one sentence for each thing that is wrong with the kits. */
export async function readTalks() {
  const lessons = await Promise.all(lessonSlugs().map(readLessonOf))
  /** @type {import('./find-problems.mjs').FindFiles} */
  const findFiles = (slug, id, which) => {
    const lesson = lessons.find((each) => each.slug === slug)
    if (!lesson?.steps.some((step) => step.id === id)) return null
    return stepFiles(lesson, readStarterFiles(lesson.definition.base), id, which)
  }
  const talks = talkSlugs().map((slug) =>
    readTalk(slug, readFileSync(join(KITS, `${slug}.mdx`), 'utf8')),
  )
  const lessonTalks = lessons.map((lesson) =>
    lessonTalk(lesson, readStarterFiles(lesson.definition.base)),
  )
  const problems = talks.flatMap((talk) => findProblems(talk, findFiles))
  return { talks, lessonTalks, findFiles, problems }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildTalks({ log: console.log })
