// The repository's own Python: build/venv, made from tools/wheel-lock/dev-requirements.txt. It runs the Python tests,
// ruff, mypy, and the real FastAPI that parity and bench compare with. The playground itself does not use it.
// @ts-check
import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfChanged, ROOT } from '../build/build-if-changed.mjs'
import { MissingRequirement } from '../start/requirements.mjs'

const REQUIREMENTS = 'tools/wheel-lock/dev-requirements.txt'
const FOLDER = 'build/venv'
const BIN = process.platform === 'win32' ? 'Scripts' : 'bin'

/** Absolute path of a program inside the environment: `python`, `ruff`, `uvicorn`. @param {string} name */
export function venvProgram(name) {
  return join(ROOT, FOLDER, BIN, process.platform === 'win32' ? `${name}.exe` : name)
}

/**
 * Makes the environment when it is missing, or when its requirements or the Python changed.
 * @param {{ python: import('../start/requirements.mjs').Python, log: (line: string) => void }} options
 */
export async function ensureVenv({ python, log }) {
  await buildIfChanged({
    name: 'venv',
    inputs: [REQUIREMENTS],
    extra: `${python.version} ${process.platform}`,
    outputs: [join(FOLDER, 'pyvenv.cfg')],
    log,
    build: async () => {
      rmSync(join(ROOT, FOLDER), { recursive: true, force: true })
      await run(python.command, [...python.prefix, '-m', 'venv', join(ROOT, FOLDER)])
      const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input']
      await run(venvProgram('python'), [...pip, '-r', join(ROOT, REQUIREMENTS)])
    },
  })
  if (!existsSync(venvProgram('python'))) throw explainVenvFailure('no python in the environment')
}

/** @param {string} command @param {string[]} args @returns {Promise<void>} */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ chunk) => {
        output += chunk.toString()
      })
    }
    child.on('error', (cause) => reject(explainVenvFailure(cause.message)))
    child.on('close', (code) => (code === 0 ? resolve() : reject(explainVenvFailure(output))))
  })
}

/** @param {string} output what Python or pip printed */
export function explainVenvFailure(output) {
  if (/ensurepip|No module named venv/.test(output)) {
    return new MissingRequirement(
      'Python has no venv module here: install it (Debian: apt-get install python3-venv) and run the command again.',
    )
  }
  if (
    /Failed to establish a new connection|Temporary failure in name resolution|NewConnectionError|Network is unreachable|Read timed out/.test(
      output,
    )
  ) {
    return new MissingRequirement(
      'The Python packages could not be downloaded because the package index did not answer: go online (or check the proxy and index settings of pip) and run the command again; after that it works offline.',
    )
  }
  return new MissingRequirement(
    `The Python environment could not be made:\n${output.trim().split('\n').slice(-8).join('\n')}`,
  )
}
