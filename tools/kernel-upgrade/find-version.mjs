// Which release of Next is meant, asked of the package registry by npm: an exact version, a range or a tag.
// @ts-check
import { spawn } from 'node:child_process'
import { explainNpmFailure } from '../start/install-packages.mjs'
import { MissingRequirement } from '../start/requirements.mjs'

/** @typedef {{ code: number, stdout: string, stderr: string }} Answer */

export const USAGE =
  'Which release of Next? npm run kernel:upgrade 16.4.4 (a range like 16.3.x means its newest, a tag like canary works too).'

/** What a version, a range or a tag may consist of; nothing that npm would take for an option or an address. */
const WANTED = /^[\w.^~<>=*| -]+$/

/**
 * @param {readonly string[]} args of the command
 * @returns {{ wanted: string, isKept: boolean }}
 */
export function readArguments(args) {
  const [wanted, ...rest] = args.filter((arg) => !arg.startsWith('--'))
  if (wanted === undefined || rest.length > 0 || !WANTED.test(wanted) || wanted.startsWith('-'))
    throw new MissingRequirement(USAGE)
  return { wanted, isKept: args.includes('--keep') }
}

/**
 * @param {string} wanted
 * @param {(args: string[]) => Promise<Answer>} [ask]
 * @returns {Promise<string>} one exact version
 */
export async function findVersion(wanted, ask = askNpm) {
  const { code, stdout, stderr } = await ask(['view', `next@${wanted}`, 'version', '--json'])
  if (code === 0) {
    const found = readVersions(stdout)
    if (found !== null) return found
  }
  if (code === 0 || /E404|ETARGET/.test(stdout + stderr))
    throw new MissingRequirement(
      `There is no Next ${wanted} in the package registry: npm view next versions lists those that are.`,
    )
  throw explainNpmFailure(stdout + stderr, 'npm view')
}

/** A range gives a list in rising order. @param {string} stdout */
function readVersions(stdout) {
  if (stdout.trim() === '') return null
  /** @type {string | string[]} */
  const versions = JSON.parse(stdout)
  return [versions].flat().at(-1) ?? null
}

/** @param {string[]} args @returns {Promise<Answer>} */
function askNpm(args) {
  const isWindows = process.platform === 'win32'
  return new Promise((resolve) => {
    const child = spawn(isWindows ? 'npm.cmd' : 'npm', args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: isWindows,
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => (stdout += chunk.toString()))
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => (stderr += chunk.toString()))
    child.on('error', (cause) => resolve({ code: 127, stdout, stderr: cause.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }))
  })
}
