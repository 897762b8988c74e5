// Writes build/lessons and build/lesson-cases from lessons and content/learn (README.md says what is in them).
// @ts-check
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build as bundle } from 'esbuild'
import { buildIfChanged, ROOT } from '../build/build-if-changed.mjs'
import { findProblems } from './find-problems.mjs'
import { readLesson } from './read-lesson.mjs'

const FOLDERS = join(ROOT, 'lessons')
const WORDS = join(ROOT, 'content/learn')
const LESSONS = join(ROOT, 'build/lessons')
const CASES = join(ROOT, 'build/lesson-cases')

/** @returns {string[]} folder names, in the order of the course */
export function lessonSlugs() {
  if (!existsSync(FOLDERS)) return []
  return readdirSync(FOLDERS)
    .filter((name) => existsSync(join(FOLDERS, name, 'lesson.ts')))
    .sort()
}

/** @param {{ log?: (line: string) => void }} [options] */
export function buildLessons({ log } = {}) {
  return buildIfChanged({
    name: 'lessons',
    inputs: ['lessons', 'content/learn', 'playground/lessons', 'tools/lesson-index'],
    outputs: [
      'build/lessons/index.json',
      ...lessonSlugs().map((slug) => `build/lessons/${slug}/lesson.json`),
    ],
    build: writeLessons,
    ...(log ? { log } : {}),
  })
}

async function writeLessons() {
  await Promise.all([LESSONS, CASES].map((folder) => rm(folder, { recursive: true, force: true })))
  await mkdir(CASES, { recursive: true })
  const entries = []
  const problems = []
  for (const slug of lessonSlugs()) {
    const lesson = await readLessonOf(slug)
    problems.push(...findProblems(lesson))
    entries.push({ slug, number: numberOf(slug), title: lesson.definition.title })
    await writeLesson(lesson)
  }
  if (problems.length > 0) throw new Error(`Lessons that break a rule:\n${problems.join('\n')}`)
  await writeFile(join(LESSONS, 'index.json'), JSON.stringify(entries))
}

/** @param {string} slug */
export async function readLessonOf(slug) {
  const definition = await readDefinition(slug)
  return readLesson(join(FOLDERS, slug), definition, join(WORDS, `${slug}.mdx`))
}

/** @param {import('./read-lesson.mjs').LessonFolder} lesson */
async function writeLesson({ slug, definition, steps }) {
  const { title, idea, base } = definition
  const folder = join(LESSONS, slug)
  await mkdir(folder, { recursive: true })
  const told = steps.map(({ id, starter, solution }, index) => {
    const { title: stepTitle = id, open = null, path = '/' } = definition.steps[index] ?? {}
    return { id, title: stepTitle, open, path, starter, solution }
  })
  const lesson = { slug, number: numberOf(slug), title, idea, base, steps: told }
  await writeFile(join(folder, 'lesson.json'), JSON.stringify(lesson))
  await bundleChecks(slug, definition, join(folder, 'checks.js'))
  const cases = Object.fromEntries(
    steps.map(({ id, alsoRight, stillWrong }) => [id, { alsoRight, stillWrong }]),
  )
  await writeFile(join(CASES, `${slug}.json`), JSON.stringify(cases))
}

/** One module that exports `checks`: step → its checks. @param {string} slug @param {import('./read-lesson.mjs').LessonDefinition} definition @param {string} outfile */
async function bundleChecks(slug, { steps }, outfile) {
  const imports = steps.map(
    ({ id }, index) => `import { checks as c${index} } from './${id}/checks.ts'`,
  )
  const exported = steps.map(({ id }, index) => `${JSON.stringify(id)}: c${index}`)
  await bundle({
    stdin: {
      contents: `${imports.join('\n')}\nexport const checks = { ${exported.join(', ')} }\n`,
      resolveDir: join(FOLDERS, slug),
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outfile,
    logLevel: 'error',
  })
}

/** @param {string} slug @returns {Promise<import('./read-lesson.mjs').LessonDefinition>} */
async function readDefinition(slug) {
  const folder = await mkdtemp(join(tmpdir(), 'lesson-'))
  try {
    const outfile = join(folder, 'lesson.mjs')
    await bundle({
      entryPoints: [join(FOLDERS, slug, 'lesson.ts')],
      bundle: true,
      format: 'esm',
      outfile,
      logLevel: 'error',
    })
    const { lesson } = await import(pathToFileURL(outfile).href)
    return lesson
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param {string} slug */
function numberOf(slug) {
  return Number(slug.slice(0, 2))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildLessons({ log: console.log })
