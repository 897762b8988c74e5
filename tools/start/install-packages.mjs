// Installs the locked packages when they are missing or the lock changed, and explains a failure.
// @ts-check
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MissingRequirement } from './requirements.mjs'

/**
 * @param {string} root the folder with package.json
 * @param {(line: string) => void} log
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<boolean>} true when it installed
 */
export async function installPackages(root, log, env = process.env) {
  if (areInstalled(root)) {
    log('packages: unchanged')
    return false
  }
  const start = performance.now()
  log('packages: installing with npm ci')
  const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund'], root, env)
  if (code !== 0) throw explainNpmFailure(output)
  log(`packages: installed in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return true
}

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 */

/**
 * Compares the lock with npm's own record of what is in node_modules, which npm writes last: an install that was
 * interrupted, and one for another lock, both count as not installed.
 * @param {string} root
 */
export function areInstalled(root) {
  const locked = packagesIn(join(root, 'package-lock.json'))
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  if (locked === null || installed === null) return false
  return Object.entries(locked).every(([path, wanted]) => {
    // Optional packages are for one platform each; most of them are rightly absent.
    if (path === '' || wanted.optional || wanted.devOptional) return true
    const present = installed[path]
    return present?.version === wanted.version && present?.integrity === wanted.integrity
  })
}

/** @param {string} path @returns {Record<string, LockedPackage> | null} */
function packagesIn(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null
}

/**
 * @param {string[]} args
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number, output: string }>}
 */
function runNpm(args, cwd, env) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  return new Promise((resolve) => {
    const child = spawn(npm, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (cause) => resolve({ code: 127, output: cause.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** @param {string} output what npm printed @param {string} [command] which of its commands failed */
export function explainNpmFailure(output, command = 'npm ci') {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(
      output,
    )
  ) {
    return new MissingRequirement(
      'The packages could not be downloaded because the package registry did not answer: go online (or check the proxy and registry settings of npm) and run the command again; after that it works offline.',
    )
  }
  if (/ENOSPC/.test(output)) {
    return new MissingRequirement(
      'The disk is full: about 1.5 GB must be free for the packages; make room and run the command again.',
    )
  }
  if (/EUSAGE/.test(output) && /in sync/.test(output)) {
    return new MissingRequirement(
      `package.json and package-lock.json do not match: run npm install, and commit both files. ${npmErrors(output, 'Missing|Invalid')}`,
    )
  }
  return new MissingRequirement(`${command} failed; npm says: ${npmErrors(output, '')}`)
}

/** The first lines that npm marks as errors and that begin like this. @param {string} output @param {string} beginning */
function npmErrors(output, beginning) {
  const lines = [
    ...output.matchAll(new RegExp(`^npm (?:error|ERR!) ((?:${beginning}).*)$`, 'gm')),
  ].map(([, line]) => line)
  return lines.slice(0, 6).join('\n')
}
