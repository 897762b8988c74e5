// Writes build/starter-files/<name>.json: the files of an example as the playground's workspace begins with them.
// Tests, locks, tool settings and installed packages stay out: they do nothing in the browser.
// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfChanged, ROOT } from '../build/build-if-changed.mjs'
import { environmentFiles, STARTERS } from './starters.mjs'

const SKIPPED_FOLDERS = new Set([
  'node_modules',
  '.next',
  '__pycache__',
  '.venv',
  '.pytest_cache',
  '.mypy_cache',
  '.ruff_cache',
  'tests',
  'bench',
  '__tests__',
  'dist',
  'out',
])
const SKIPPED_FILES = [
  /(^|\/)(package-lock\.json|next-env\.d\.ts|\.gitignore|\.npmrc|\.python-version|uv\.lock|README\.md)$/,
  /(^|\/)(test_[^/]*|conftest)\.py$/,
  /\.(test|spec|e2e)\.[jt]sx?$/,
  /(^|\/)requirements-dev\.txt$/,
  /(^|\/)(vitest|playwright|eslint)\.config\.[cm]?[jt]s$/,
  /\.(db|sqlite3?|tsbuildinfo)$/,
  /(^|\/)([^/]*\.)?(Dockerfile|dockerignore)$/,
  // A developer's own, with secrets in it; what the playground sets is in starters.mjs.
  /(^|\/)\.env(\.[a-z]+)*\.local$|(^|\/)\.env$/,
]

/** @param {string} path below the example */
export function belongsToStarter(path) {
  if (!/^(frontend|backend)\//.test(path)) return false
  if (path.split('/').some((segment) => SKIPPED_FOLDERS.has(segment))) return false
  return !SKIPPED_FILES.some((pattern) => pattern.test(path))
}

/** What the workspace begins with: the example's files, and the playground's settings for it. @param {string} name */
export function readStarterFiles(name) {
  const starter = STARTERS.find((one) => one.name === name)
  const files = readExampleFiles(join(ROOT, 'examples', name))
  return starter ? { ...files, ...environmentFiles(starter) } : files
}

/** @param {string} folder absolute @returns {Record<string, string | { base64: string }>} */
export function readExampleFiles(folder) {
  /** @type {Record<string, string | { base64: string }>} */
  const files = {}
  for (const path of listBelow(folder).map((file) => relative(folder, file).split(sep).join('/'))) {
    if (!belongsToStarter(path)) continue
    const bytes = readFileSync(join(folder, path))
    const text = bytes.toString('utf8')
    files[path] = Buffer.from(text, 'utf8').equals(bytes)
      ? text
      : { base64: bytes.toString('base64') }
  }
  return files
}

/** @param {string} folder @returns {string[]} absolute, sorted, so that the same files give the same JSON */
function listBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !SKIPPED_FOLDERS.has(entry.name))
    .flatMap((entry) =>
      entry.isDirectory() ? listBelow(join(folder, entry.name)) : [join(folder, entry.name)],
    )
    .sort()
}

/** @param {import('./starters.mjs').StarterEntry} starter */
async function writeStarter({ name, open, path }) {
  const files = readStarterFiles(name)
  if (!(open in files))
    throw new Error(`The starter "${name}" opens ${open}, which it does not have.`)
  await mkdir(join(ROOT, 'build/starter-files'), { recursive: true })
  await writeFile(
    join(ROOT, 'build/starter-files', `${name}.json`),
    JSON.stringify({ name, open, path, files }),
  )
}

/** @param {{ log?: (line: string) => void }} [options] */
export function buildStarterFiles({ log } = {}) {
  return buildIfChanged({
    name: 'starter-files',
    inputs: [...STARTERS.map(({ name }) => `examples/${name}`), 'tools/starter-files'],
    extra: JSON.stringify(STARTERS),
    outputs: STARTERS.map(({ name }) => `build/starter-files/${name}.json`),
    build: async () => {
      for (const starter of STARTERS) await writeStarter(starter)
    },
    ...(log ? { log } : {}),
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildStarterFiles()
