// Every build step of the repository, what it needs, and where its program is. Each program decides by content
// whether there is anything to do (tools/build/build-if-changed.mjs).
// @ts-check
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../build/build-if-changed.mjs'
import { portsFrom } from '../serve/serve.mjs'
import { runSteps } from './run-steps.mjs'

/** @typedef {'kernel' | 'python' | 'starter-files' | 'starters' | 'preview' | 'site' | 'compressed'} StepName */

/**
 * @typedef {object} Program
 * @property {StepName} name
 * @property {readonly StepName[]} needs
 * @property {string} file relative to the root
 * @property {string} entry name of the exported function
 */

/** @type {readonly Program[]} */
const programs = [
  { name: 'kernel', needs: [], file: 'tools/kernel-build/build.mjs', entry: 'buildKernel' },
  { name: 'python', needs: [], file: 'tools/wheel-lock/build-python.mjs', entry: 'buildPython' },
  {
    name: 'starter-files',
    needs: [],
    file: 'tools/starter-files/build.mjs',
    entry: 'buildStarterFiles',
  },
  {
    name: 'starters',
    needs: ['kernel', 'starter-files'],
    file: 'tools/precompile-starters/build-starters.mjs',
    entry: 'buildStarters',
  },
  {
    name: 'preview',
    needs: ['kernel', 'python', 'starters'],
    file: 'tools/preview-build/build-preview.mjs',
    entry: 'buildPreview',
  },
  {
    name: 'site',
    needs: ['starter-files'],
    file: 'tools/site-build/build-site.mjs',
    entry: 'buildSite',
  },
  {
    name: 'compressed',
    needs: ['preview', 'site'],
    file: 'tools/serve/compress-build.mjs',
    entry: 'compressBuild',
  },
]

/**
 * @typedef {object} BuildOptions
 * @property {(line: string) => void} log
 * @property {import('./requirements.mjs').Python} python
 */

/**
 * Builds what changed. Without `wanted`, everything; with it, those steps and what they need.
 * @param {BuildOptions} options
 * @param {readonly StepName[]} [wanted]
 */
export async function buildAll(options, wanted = programs.map(({ name }) => name)) {
  nameOrigins()
  const names = withNeeds(wanted)
  const steps = programs
    .filter(({ name }) => names.has(name))
    .map((program) => ({ ...program, run: () => runProgram(program, options) }))
  await runSteps(steps)
}

/** The origins are baked into what is built; unless somebody named them, they follow the ports. */
function nameOrigins() {
  const { sitePort, previewPort } = portsFrom()
  process.env.SITE_ORIGIN ??= `http://localhost:${sitePort}`
  process.env.PREVIEW_ORIGIN ??= `http://127.0.0.1:${previewPort}`
}

/** @param {readonly StepName[]} wanted */
export function withNeeds(wanted) {
  /** @type {Set<StepName>} */
  const names = new Set()
  const add = (/** @type {StepName} */ wantedName) => {
    if (names.has(wantedName)) return
    names.add(wantedName)
    for (const need of programs.find(({ name }) => name === wantedName)?.needs ?? []) add(need)
  }
  for (const name of wanted) add(name)
  return names
}

/** @param {Program} program @param {BuildOptions} options */
async function runProgram({ name, file, entry }, options) {
  const path = join(ROOT, file)
  if (!existsSync(path))
    throw new Error(`The build step "${name}" has no program: ${file} is not there.`)
  const module = await import(pathToFileURL(path).href)
  if (typeof module[entry] !== 'function') throw new Error(`${file} does not export ${entry}.`)
  await module[entry](options)
}
