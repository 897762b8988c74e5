// Imports and relative paths in an example that leave its folder, and names that only this repository knows.
// @ts-check
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const RELATIVE_PATH = /['"`(\s=](\.{1,2}\/[^'"`)\s]*)/g
const OURS = /@(?:playground|examples)\/|\bboth-ends\b/g
const NOT_TEXT = /\.(?:png|ico|woff2?)$/

/** @param {string} folder absolute @returns {string[]} the files git knows there, relative to it */
export function listFiles(folder) {
  return execFileSync('git', ['ls-files', '-z'], { cwd: folder, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean)
}

/**
 * @param {string} file its path in the example
 * @param {string} text
 * @returns {string[]} what leads out
 */
export function findWaysOut(file, text) {
  const relative = [...text.matchAll(RELATIVE_PATH)]
    .map(([, path = '']) => path)
    .filter((path) => normalize(join(dirname(file), path)).startsWith('..'))
  return [...relative, ...[...text.matchAll(OURS)].map(([name]) => name)]
}

/** @param {string} folder absolute @returns {string[]} one line for each way out */
export function findAllWaysOut(folder) {
  return listFiles(folder)
    .filter((file) => !NOT_TEXT.test(file) && !file.endsWith('package-lock.json'))
    .flatMap((file) =>
      findWaysOut(file, readFileSync(join(folder, file), 'utf8')).map((out) => `${file}: ${out}`),
    )
}
