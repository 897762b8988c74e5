// What this machine must have before anything else: Node, Python, two free ports. Each lack is one sentence that
// says what to do. Written so that an old Node can still parse it and say so.
// @ts-check
import { spawnSync } from 'node:child_process'
import { connect } from 'node:net'

/** A lack that a person can mend: printed without a stack. */
export class MissingRequirement extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence)
    this.name = 'MissingRequirement'
  }
}

const NODE = { major: 20, minor: 9 }
const PYTHON = { major: 3, minor: 11 }

/** @param {string} version like `20.9.0` */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > NODE.major || (major === NODE.major && minor >= NODE.minor)) return
  throw new MissingRequirement(
    `Node ${NODE.major}.${NODE.minor} or newer is needed and this is ${version}: install one from https://nodejs.org and run the command again.`,
  )
}

/**
 * @typedef {object} Python
 * @property {string} command
 * @property {string[]} prefix arguments before anything else
 * @property {string} version like `3.12.4`
 */

/** @typedef {(command: string, args: string[]) => { status: number | null, stdout: string }} Run */

/** @type {Run} */
const runHere = (command, args) => spawnSync(command, args, { encoding: 'utf8', timeout: 20_000 })

/**
 * The newest Python that is new enough. PYTHON, when set, is the only one tried.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {Run} [run]
 * @returns {Python}
 */
export function requirePython(env = process.env, run = runHere) {
  const tooOld = []
  for (const [command, prefix] of pythonCommands(env)) {
    const { status, stdout } = run(command, [
      ...prefix,
      '-c',
      'import platform; print(platform.python_version())',
    ])
    const version = (stdout ?? '').trim()
    if (status !== 0 || version === '') continue
    const [major = 0, minor = 0] = version.split('.').map(Number)
    if (major === PYTHON.major && minor >= PYTHON.minor) return { command, prefix, version }
    tooOld.push(version)
  }
  const here = tooOld.length > 0 ? `has only ${tooOld[0]}` : 'has none'
  throw new MissingRequirement(
    `Python ${PYTHON.major}.${PYTHON.minor} or newer is needed and this machine ${here}: install one from https://www.python.org, or set PYTHON to its path, and run the command again.`,
  )
}

/** @param {NodeJS.ProcessEnv} env @returns {[string, string[]][]} */
function pythonCommands(env) {
  if (env.PYTHON) return [[env.PYTHON, []]]
  return [
    ['python3', []],
    ['python', []],
    ['python3.14', []],
    ['python3.13', []],
    ['python3.12', []],
    ['python3.11', []],
    ['py', ['-3']],
  ]
}

/** @param {number} port */
export function portInUse(port) {
  return new MissingRequirement(
    `Port ${port} is in use: end the program that listens there (perhaps another npm start), or choose other ports with BOTH_ENDS_SITE_PORT and BOTH_ENDS_PREVIEW_PORT.`,
  )
}

/** @param {number[]} ports */
export async function requireFreePorts(ports) {
  for (const port of ports) {
    const taken = (
      await Promise.all(['127.0.0.1', '::1'].map((host) => accepts(host, port)))
    ).includes(true)
    if (!taken) continue
    throw portInUse(port)
  }
}

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
function accepts(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const settle = (/** @type {boolean} */ answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
    socket.once('timeout', () => settle(false))
  })
}
