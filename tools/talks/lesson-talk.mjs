// A lesson as a talk: each of its steps, as it begins and as it ends. What the two differ in is bright.
// @ts-check
import { diffLines } from 'diff'
import { brightText } from './bright-text.mjs'
import { plainParagraphs } from './plain-words.mjs'
import { stepFiles } from './step-files.mjs'

/** @typedef {import('../../playground/present/talk.ts').Beat} Beat */

const MINUTES = { start: 3, solution: 2 }

/**
 * @param {import('../lesson-index/read-lesson.mjs').LessonFolder} lesson
 * @param {import('./step-files.mjs').Files} base
 * @returns {import('../../playground/present/talk.ts').Talk}
 */
export function lessonTalk(lesson, base) {
  const { slug, definition, prose } = lesson
  const { title, idea, steps } = definition
  const beats = steps.flatMap((step) => {
    const start = stepFiles(lesson, base, step.id, 'start')[step.open]
    const solution = stepFiles(lesson, base, step.id, 'solution')[step.open]
    const { before, after } = changedLines(textOf(start), textOf(solution))
    const words = readWords(prose, step.id)
    /** @param {Beat['files']} files @param {[number, number][]} lines @param {string[]} notes @returns {Beat} */
    const beat = (files, lines, notes) => ({
      title: files === 'start' ? step.title : `${step.title}: solved`,
      lesson: slug,
      step: step.id,
      files,
      file: step.open,
      lines,
      code: brightText(files === 'start' ? start : solution, lines),
      path: step.path,
      dock: 'wire',
      minutes: MINUTES[files],
      notes,
      run: [],
      isStepped: false,
      shows: null,
    })
    return [beat('start', before, words.told), beat('solution', after, words.asked)]
  })
  return { slug, title, idea, page: `/learn/${slug}/`, beats }
}

/** @param {string | { base64: string } | undefined} content */
function textOf(content) {
  return typeof content === 'string' ? content : ''
}

/** The lines that go and those that come; where nothing but one of them changes, the line around it is bright. @param {string} start @param {string} solution */
export function changedLines(start, solution) {
  /** @type {[number, number][]} */
  const before = []
  /** @type {[number, number][]} */
  const after = []
  let [left, right] = [1, 1]
  for (const { value, added, removed } of diffLines(start, solution)) {
    const count = value.replace(/\n$/, '').split('\n').length
    if (removed) before.push([left, left + count - 1])
    if (added) after.push([right, right + count - 1])
    if (!added) left += count
    if (!removed) right += count
  }
  return { before, after }
}

/** What the words tell of a step, and what its task asks. @param {string} prose @param {string} id */
function readWords(prose, id) {
  const section = new RegExp(`<Step id="${id}"[^>]*>([\\s\\S]*?)</Step>`).exec(prose)?.[1] ?? ''
  const task = /<Task[^>]*>([\s\S]*?)<\/Task>/.exec(section)?.[1] ?? ''
  return {
    told: plainParagraphs(section.replace(/<Task[\s\S]*?<\/Task>/, '')),
    asked: plainParagraphs(task),
  }
}
