// Writes build/references/<page>.json: what a page of content/docs/reference runs, as a starter of the playground. Refuses
// a page whose code is not in its example any more.
// @ts-check
import { readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfChanged, ROOT } from '../build/build-if-changed.mjs'
import { readExampleFiles, readStarterFiles } from '../starter-files/build.mjs'
import { STARTERS } from '../starter-files/starters.mjs'
import { findProblems } from './find-problems.mjs'
import { readPages } from './read-page.mjs'
import { readAnchors, readPageTexts } from '../seed-map/read-anchors.mjs'

const TARGET = join(ROOT, 'build/references')
const PROBE = join(ROOT, 'references/probe')
const REQUESTS = 'frontend/app/try/requests.ts'

/**
 * @typedef {object} Asked one request of /try
 * @property {string} says
 * @property {number} status what must come back
 * @property {string} path
 * @property {'Next' | 'browser'} [to]
 * @property {'Ada' | 'Ben'} [as]
 * @property {string} [method]
 * @property {Record<string, string>} [headers]
 * @property {Record<string, unknown>} [json]
 * @property {string} [body]
 * @property {string[]} [show]
 */

/**
 * @typedef {object} Reference
 * @property {string} example
 * @property {string} open
 * @property {string} path
 * @property {string} shows
 * @property {Record<string, string>} [environment]
 * @property {Asked[]} [requests]
 */

/** @returns {Record<string, Reference>} by the name of its page */
export function readReferences() {
  return JSON.parse(readFileSync(join(ROOT, 'references/pages.json'), 'utf8'))
}

/** @typedef {Record<string, string | { base64: string }>} Files */

/** The files that a page begins with: its example's, and what makes it visible. @param {Reference} reference */
export function referenceFiles({ example, environment = {}, requests }) {
  /** @type {Files} */
  const files = { ...readStarterFiles(example) }
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}\n`)
  if (lines.length > 0)
    files['backend/.env'] = `${String(files['backend/.env'] ?? '')}\n${lines.join('')}`
  if (requests)
    Object.assign(files, readExampleFiles(PROBE), { [REQUESTS]: requestsModule(requests) })
  return files
}

/** @param {Asked[]} requests */
function requestsModule(requests) {
  const asked = requests.map(({ status: _status, ...request }) => request)
  return `// What /try sends, in this order.
export interface Asked {
  says: string
  path: string
  to?: 'Next' | 'browser'
  as?: 'Ada' | 'Ben'
  method?: string
  headers?: Record<string, string>
  json?: Record<string, unknown>
  body?: string
  show?: string[]
}

export const requests: Asked[] = ${JSON.stringify(asked, null, 2)}
`
}

/** @returns {string[]} one sentence for each thing that is wrong with what is in the repository */
export function checkReferences() {
  const texts = readPageTexts()
  const places = new Set([...texts.keys(), ...readAnchors(texts)])
  return findProblems(readPages(), readReferences(), readStarterFiles, places)
}

/** @param {{ log?: (line: string) => void }} [options] */
export function buildReferences({ log } = {}) {
  const names = Object.keys(readReferences())
  return buildIfChanged({
    name: 'references',
    inputs: [
      ...STARTERS.map(({ name }) => `examples/${name}`),
      'content/docs',
      'content/learn',
      'references',
      'tools/references',
      'tools/seed-map',
      'tools/starter-files',
    ],
    outputs: names.map((name) => `build/references/${name}.json`),
    build: writeReferences,
    ...(log ? { log } : {}),
  })
}

async function writeReferences() {
  const references = readReferences()
  const problems = checkReferences()
  if (problems.length > 0) throw new Error(`Reference pages:\n${problems.join('\n')}`)
  await rm(TARGET, { recursive: true, force: true })
  await mkdir(TARGET, { recursive: true })
  for (const [name, reference] of Object.entries(references)) {
    const { example, open, path } = reference
    const starter = { name, compiled: example, open, path, files: referenceFiles(reference) }
    await writeFile(join(TARGET, `${name}.json`), JSON.stringify(starter))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildReferences({ log: console.log })
