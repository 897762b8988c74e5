// Pyodide under Node, for building and for tests: an interpreter with files in and files out.
// @ts-check
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { loadPyodide } from 'pyodide'

export const PYODIDE = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'))
/**
 * @param {object} [options]
 * @param {string} [options.archive] path of the zip to mount instead of Pyodide's own standard library
 * @param {(line: string) => void} [options.print]
 */
export async function loadInterpreter({ archive, print = () => undefined } = {}) {
  return loadPyodide({
    indexURL: PYODIDE,
    // Set order is part of byte code: a fixed seed makes the archives the same every time.
    env: { PYTHONHASHSEED: '0', PYDANTIC_DISABLE_PLUGINS: '__all__', HOME: '/home/pyodide' },
    stdout: print,
    stderr: print,
    ...(archive === undefined ? {} : { stdLibURL: archive }),
  })
}

/**
 * @param {Awaited<ReturnType<typeof loadInterpreter>>} interpreter
 * @param {string} from a folder of this machine
 * @param {string} to a folder inside Pyodide
 */
export function copyIn(interpreter, from, to) {
  if (!existsSync(from)) throw new Error(`${from} is missing.`)
  interpreter.FS.mkdirTree(to)
  for (const name of readdirSync(from).sort()) {
    if (name === '__pycache__') continue
    const path = join(from, name)
    if (statSync(path).isDirectory()) copyIn(interpreter, path, `${to}/${name}`)
    else interpreter.FS.writeFile(`${to}/${name}`, readFileSync(path))
  }
}
