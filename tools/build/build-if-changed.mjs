// Runs a build step only when its inputs changed. Keyed by content, never by time: a fresh clone, a switched
// branch and a touched file all do the right thing.
// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const SKIPPED = new Set(['node_modules', '.next', '__pycache__', '.venv', 'build', 'out'])

/**
 * @typedef {object} BuildStep
 * @property {string} name one word, also the key's file name
 * @property {string[]} inputs files and folders, relative to the repository's root
 * @property {string} [extra] anything else that the result depends on: versions, flags
 * @property {string[]} outputs files that must exist for the step to count as done, relative to the root
 * @property {() => Promise<void>} build
 * @property {(line: string) => void} [log]
 */

/**
 * @param {BuildStep} step
 * @returns {Promise<boolean>} true when it built, false when everything was there already
 */
export async function buildIfChanged({
  name,
  inputs,
  extra = '',
  outputs,
  build,
  log = console.log,
}) {
  const keyFile = join(ROOT, 'build', 'keys', name)
  const key = contentKey(inputs, extra)
  const whole = outputs.every((path) => existsSync(join(ROOT, path)))
  if (whole && existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) {
    log(`${name}: unchanged`)
    return false
  }
  const start = performance.now()
  log(`${name}: building`)
  await rm(keyFile, { force: true })
  await build()
  for (const path of outputs) {
    if (!existsSync(join(ROOT, path)))
      throw new Error(`The step "${name}" ended without making ${path}.`)
  }
  await mkdir(dirname(keyFile), { recursive: true })
  await writeFile(keyFile, key)
  log(`${name}: built in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return true
}

/**
 * @param {string[]} inputs
 * @param {string} extra
 */
export function contentKey(inputs, extra = '') {
  const hash = createHash('sha256').update(extra)
  for (const file of inputs.flatMap((path) => filesBelow(join(ROOT, path))).sort()) {
    hash
      .update(relative(ROOT, file).split(sep).join('/'))
      .update('\0')
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(path)) throw new Error(`A build input is missing: ${relative(ROOT, path)}.`)
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name))
    .flatMap((entry) => filesBelow(join(path, entry.name)))
}
