// What a talk kit must be for its beats to play: one sentence for each rule that is broken.
// @ts-check

import { brightText } from './bright-text.mjs'

/** @typedef {import('./read-talk.mjs').ReadTalk} ReadTalk */
/** @typedef {import('./read-talk.mjs').ReadBeat} ReadBeat */
/** @typedef {(lesson: string, step: string, which: string) => import('./step-files.mjs').Files | null} FindFiles */

const FILES = ['start', 'solution']
const DOCK = ['wire', 'data', 'jar', 'console']

/** @param {ReadTalk} talk @param {FindFiles} findFiles null for a step that does not exist @returns {string[]} */
export function findProblems({ slug, title, idea, minutes, beats }, findFiles) {
  const problems = []
  // A lesson's own talk has the name of the lesson.
  if (!/^[a-z][a-z0-9-]*$/.test(slug)) problems.push('its file is called like both-ends-live')
  if (title === '' || idea === '') problems.push('it has no title or no description')
  if (beats.length === 0) problems.push('it has no beats')
  const sum = beats.reduce((total, beat) => total + beat.minutes, 0)
  if (sum !== minutes) problems.push(`its beats take ${sum} minutes, and it promises ${minutes}`)
  for (const [index, beat] of beats.entries())
    problems.push(...findBeatProblems(beat, findFiles).map((each) => `beat ${index + 1}: ${each}`))
  return problems.map((problem) => `${slug}.mdx: ${problem}.`)
}

/** @param {ReadBeat} beat @param {FindFiles} findFiles */
function findBeatProblems(beat, findFiles) {
  const problems = beat.unknown.map((words) => `nobody understands “${words}”`)
  if (beat.title === '') problems.push('it has no title')
  if (!(beat.minutes > 0)) problems.push('it takes no time')
  if (beat.notes.length === 0) problems.push('it has no notes')
  if (beat.shows === null) problems.push('it does not say what the app shows')
  if (!beat.path.startsWith('/')) problems.push(`${beat.path} is not a path of the app`)
  if (!FILES.includes(beat.files)) problems.push(`its files are ${beat.files}: start or solution`)
  if (!DOCK.includes(beat.dock)) problems.push(`the dock has no ${beat.dock}`)
  const files = findFiles(beat.lesson, beat.step, beat.files)
  if (files === null) problems.push(`lesson ${beat.lesson} has no step ${beat.step}`)
  else problems.push(...findLineProblems(beat, files[beat.file]))
  return problems
}

/** @param {ReadBeat} beat @param {string | { base64: string } | undefined} text */
function findLineProblems({ file, lines, holds, lesson, step }, text) {
  if (typeof text !== 'string') return [`${file} is not in step ${step} of lesson ${lesson}`]
  const all = text.replace(/\n$/, '').split('\n')
  if (lines.length === 0) return ['it names no lines']
  const wrong = lines.filter(([from, to]) => from < 1 || to < from || to > all.length)
  if (wrong.length > 0)
    return wrong.map(([from, to]) => `${file} has no lines ${from}-${to}: it has ${all.length}`)
  const bright = brightText(text, lines)
  // Line numbers alone would go on to mean something else when the file is edited.
  if (holds === '' || !bright.includes(holds))
    return [`its lines of ${file} do not hold “${holds}”`]
  return []
}
