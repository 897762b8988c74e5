// The exact wheels of requirements.lock into build/wheels, each checked against its hash by pip.
// @ts-check
import { spawn } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildIfChanged, ROOT } from '../build/build-if-changed.mjs'
import { MissingRequirement } from '../start/requirements.mjs'

export const WHEELS = 'build/wheels'
const LOCK = 'tools/wheel-lock/requirements.lock'
// The wheel tags of Pyodide 314: https://pyodide.org/en/stable/development/abi.html
const TARGET = [
  '--platform',
  'pyemscripten_2026_0_wasm32',
  '--platform',
  'any',
  '--python-version',
  '3.14',
]
const TAGS = ['--implementation', 'cp', '--abi', 'cp314', '--abi', 'none', '--only-binary=:all:']

/**
 * @param {import('../start/requirements.mjs').Python} python
 * @param {(line: string) => void} log
 */
export function downloadWheels(python, log) {
  return buildIfChanged({
    name: 'wheels',
    inputs: [LOCK],
    outputs: [WHEELS],
    log,
    build: async () => {
      const folder = join(ROOT, WHEELS)
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { recursive: true })
      const pip = [
        '-m',
        'pip',
        'download',
        '--disable-pip-version-check',
        '--quiet',
        '--no-deps',
        '--require-hashes',
      ]
      await run(python.command, [
        ...python.prefix,
        ...pip,
        ...TARGET,
        ...TAGS,
        '-r',
        join(ROOT, LOCK),
        '-d',
        folder,
      ])
    },
  })
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let complaint = ''
    child.stderr.on('data', (data) => (complaint += String(data)))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new MissingRequirement(explain(complaint)))
    })
  })
}

/** @param {string} complaint */
export function explain(complaint) {
  if (complaint.includes('No module named pip')) {
    return 'This Python has no pip, which fetches the FastAPI wheels. Install it (`python3 -m ensurepip`, or your system’s package `python3-pip`) and try again.'
  }
  const last = complaint.trim().split('\n').slice(-6).join('\n')
  return `The FastAPI wheels could not be fetched. Check the network connection and try again. pip said:\n${last}`
}
