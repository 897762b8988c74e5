// @ts-check
// Installs what is missing: node_modules with npm, backend/.venv with uv if it is there, else with venv and pip.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runOrStop, Stop } from './run.mjs'
import { backend, root } from './settings.mjs'

const isWindows = process.platform === 'win32'
const venv = join(backend, '.venv')
const requirements = join(backend, 'requirements-dev.txt')

/** The Python of the backend's own environment. */
export const python = isWindows ? join(venv, 'Scripts', 'python.exe') : join(venv, 'bin', 'python')

/** @param {string} command @param {string[]} args */
function answers(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

function findPython() {
  const isNewEnough = ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))']
  const candidates = isWindows
    ? ['py', 'python']
    : ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11']
  const found = candidates.find((name) => answers(name, isNewEnough))
  if (!found)
    throw new Stop('Python 3.11 or newer is needed. Get it from python.org, then run this again.')
  return found
}

async function installBackend() {
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex')
  const mark = join(venv, 'installed')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return

  console.log('Installing the backend into backend/.venv …')
  rmSync(venv, { recursive: true, force: true })
  if (answers('uv', ['--version'])) {
    await runOrStop(
      'Making the virtual environment',
      'uv',
      ['venv', '--quiet', '--python', '>=3.11', venv],
      { cwd: backend },
    )
    await runOrStop(
      'Installing with uv',
      'uv',
      ['pip', 'sync', '--quiet', '--python', python, requirements],
      { cwd: backend },
    )
  } else {
    await runOrStop('Making the virtual environment', findPython(), ['-m', 'venv', venv], {
      cwd: backend,
    })
    const pip = [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '-r',
      requirements,
    ]
    await runOrStop('Installing with pip', python, pip, { cwd: backend })
  }
  writeFileSync(mark, wanted)
}

async function installFrontend() {
  const mark = join(root, 'node_modules', '.package-lock.json')
  const lock = join(root, 'package-lock.json')
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(lock).mtimeMs) return

  console.log('Installing the frontend into node_modules …')
  const npm = process.env.npm_execpath
  if (!npm) throw new Stop('Start this with npm, so that it can install what is missing: npm start')
  await runOrStop('npm ci', process.execPath, [npm, 'ci', '--no-fund', '--no-audit'], { cwd: root })
}

export async function installMissing() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 9)) {
    throw new Stop(
      `Node 20.9 or newer is needed; this is ${process.versions.node}. Get it from nodejs.org.`,
    )
  }
  await installFrontend()
  await installBackend()
}
