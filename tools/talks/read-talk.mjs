// Reads a talk kit: the front matter of its MDX and its <Beat>s. What is wrong with it is said by find-problems.mjs.
// @ts-check
import { parse } from 'yaml'
import { plainParagraphs } from './plain-words.mjs'

/** @typedef {import('../../playground/present/talk.ts').Act} Act */
/** @typedef {import('../../playground/present/talk.ts').Beat} Beat */

/**
 * @typedef {Omit<Beat, 'code'> & {
 *   holds: string
 *   unknown: readonly string[]
 * }} ReadBeat `holds`: words that its lines must hold; `unknown`: what it says and nobody understands
 */

/**
 * @typedef {object} ReadTalk
 * @property {string} slug
 * @property {string} title
 * @property {string} idea
 * @property {number} minutes as its front matter promises
 * @property {readonly ReadBeat[]} beats
 */

const KNOWN = [
  'title',
  'lesson',
  'step',
  'files',
  'file',
  'lines',
  'holds',
  'path',
  'dock',
  'minutes',
  'run',
  'stepped',
  'shows',
]
/** A name with a text in quotes, a number in braces, or alone. */
const ATTRIBUTE = /([A-Za-z]+)(?:="([^"]*)"|=\{([\d.]+)\})?/g

/** @param {string} slug @param {string} text @returns {ReadTalk} */
export function readTalk(slug, text) {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? ''
  const { title = '', description = '', minutes = 0 } = parse(front) ?? {}
  const beats = Array.from(text.matchAll(/<Beat\s([\s\S]*?)>\n([\s\S]*?)<\/Beat>/g), (match) =>
    readBeat(match[1] ?? '', match[2] ?? ''),
  )
  return { slug, title: String(title), idea: String(description), minutes: Number(minutes), beats }
}

/** @param {string} tag @param {string} words @returns {ReadBeat} */
function readBeat(tag, words) {
  /** @type {Record<string, string>} */
  const said = {}
  for (const [, name = '', text, number] of tag.matchAll(ATTRIBUTE))
    said[name] = text ?? number ?? 'true'
  const { acts, unknown } = readActs(said['run'] ?? '')
  return {
    title: said['title'] ?? '',
    lesson: said['lesson'] ?? '',
    step: said['step'] ?? '',
    files: /** @type {Beat['files']} */ (said['files'] ?? 'start'),
    file: said['file'] ?? '',
    lines: readLines(said['lines'] ?? ''),
    path: said['path'] ?? '/',
    dock: /** @type {Beat['dock']} */ (said['dock'] ?? 'wire'),
    minutes: Number(said['minutes'] ?? 0),
    notes: plainParagraphs(words),
    run: acts,
    isStepped: 'stepped' in said,
    shows: said['shows'] ?? null,
    holds: said['holds'] ?? '',
    unknown: [...Object.keys(said).filter((name) => !KNOWN.includes(name)), ...unknown],
  }
}

/** `12-18, 22` @param {string} text @returns {[number, number][]} */
function readLines(text) {
  return Array.from(text.matchAll(/(\d+)(?:-(\d+))?/g), ([, from = '', to = from]) => [
    Number(from),
    Number(to),
  ])
}

/** `type E-mail: ada@example.com; press Sign in` @param {string} text */
function readActs(text) {
  /** @type {Act[]} */
  const acts = []
  const unknown = []
  for (const part of text.split(';').map((each) => each.trim())) {
    const typed = /^type ([^:]+): (.+)$/.exec(part)
    const pressed = /^press (.+)$/.exec(part)
    if (typed?.[1] && typed[2]) acts.push({ do: 'type', name: typed[1], text: typed[2] })
    else if (pressed?.[1]) acts.push({ do: 'press', name: pressed[1] })
    else if (part !== '') unknown.push(part)
  }
  return { acts, unknown }
}
