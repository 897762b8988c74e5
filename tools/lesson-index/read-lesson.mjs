// Reads a lesson's folder into plain objects. What is wrong with it is said by find-problems.mjs.
// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'

/** @typedef {Record<string, string | null>} Overlay null removes the file */
/** @typedef {import('../../playground/lessons/define-lesson.ts').LessonDefinition} LessonDefinition */

/**
 * @typedef {object} StepFolder
 * @property {string} id
 * @property {Overlay} starter
 * @property {Overlay} solution
 * @property {Record<string, Overlay>} alsoRight name → overlay over the starter
 * @property {Record<string, Overlay>} stillWrong
 * @property {boolean} hasChecks
 */

/**
 * @typedef {object} LessonFolder
 * @property {string} slug
 * @property {LessonDefinition} definition
 * @property {readonly StepFolder[]} steps
 * @property {string} prose text of its MDX, empty when there is none
 */

/**
 * @param {string} folder absolute
 * @param {LessonDefinition} definition
 * @param {string} prose path of its MDX, absolute
 * @returns {LessonFolder}
 */
export function readLesson(folder, definition, prose) {
  return {
    slug: basename(folder),
    definition,
    steps: definition.steps.map(({ id, removes = [] }) => readStep(join(folder, id), id, removes)),
    prose: existsSync(prose) ? readFileSync(prose, 'utf8') : '',
  }
}

/** @param {string} folder @param {string} id @param {readonly string[]} removes @returns {StepFolder} */
function readStep(folder, id, removes) {
  const removed = Object.fromEntries(removes.map((path) => [path, null]))
  return {
    id,
    starter: { ...removed, ...readOverlay(join(folder, 'starter')) },
    solution: readOverlay(join(folder, 'solution')),
    alsoRight: readAnswers(join(folder, 'also-right')),
    stillWrong: readAnswers(join(folder, 'still-wrong')),
    hasChecks: existsSync(join(folder, 'checks.ts')),
  }
}

/** @param {string} folder @returns {Record<string, Overlay>} */
function readAnswers(folder) {
  if (!existsSync(folder)) return {}
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readOverlay(join(folder, name))]),
  )
}

/** @param {string} folder @returns {Overlay} */
function readOverlay(folder) {
  return Object.fromEntries(
    listFiles(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
}

/** @param {string} folder @returns {string[]} relative, with `/`, sorted */
export function listFiles(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}
