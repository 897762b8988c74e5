// Reads a page of content/docs/reference: its code, right and wrong, and its headings.
// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'

const FOLDER = join(ROOT, 'content/docs/reference')

/**
 * @typedef {object} CodeBlock
 * @property {string} language
 * @property {string | null} file of its `filename="…"`
 * @property {string} code
 */

/**
 * @typedef {object} ReferencePage
 * @property {string} name
 * @property {string[]} runs the names in its `<Right name="…">`
 * @property {CodeBlock[]} right inside `<Right>`
 * @property {CodeBlock[]} wrong inside `<Wrong>`
 * @property {CodeBlock[]} loose in neither
 * @property {string[]} headings of the second level
 * @property {string[]} links to pages of this site
 */

/** @returns {ReferencePage[]} all but the list of them */
export function readPages() {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.mdx') && file !== 'index.mdx')
    .sort()
    .map((file) => readPage(file.replace('.mdx', ''), readFileSync(join(FOLDER, file), 'utf8')))
}

/** @param {string} name @param {string} text @returns {ReferencePage} */
export function readPage(name, text) {
  const rightParts = Array.from(text.matchAll(/<Right name="([^"]*)">([\s\S]*?)<\/Right>/g))
  const wrongParts = Array.from(text.matchAll(/<Wrong>([\s\S]*?)<\/Wrong>/g))
  const loose = text
    .replace(/<Right [\s\S]*?<\/Right>/g, '')
    .replace(/<Wrong>[\s\S]*?<\/Wrong>/g, '')
  return {
    name,
    runs: rightParts.map(([, example = '']) => example),
    right: rightParts.flatMap(([, , part = '']) => readBlocks(part)),
    wrong: wrongParts.flatMap(([, part = '']) => readBlocks(part)),
    loose: readBlocks(loose),
    links: Array.from(text.matchAll(/\]\((\/[^)]+)\)/g), ([, address = '']) => address),
    headings: Array.from(text.matchAll(/^## (.+)$/gm), ([, title = '']) => title),
  }
}

/** @param {string} text @returns {CodeBlock[]} */
function readBlocks(text) {
  return Array.from(text.matchAll(/^```(\w*)(.*)\n([\s\S]*?)^```$/gm), (match) => {
    const [, language = '', meta = '', code = ''] = match
    return { language, file: /filename="([^"]+)"/.exec(meta)?.[1] ?? null, code }
  })
}
