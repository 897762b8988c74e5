// The slow half: standard library and wheels as byte code in one archive (build/wheel-lock/base.zip), and the
// shared libraries beside it. About 20 s of compiling; only when the lock or Pyodide changes.
// @ts-check
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { version } from 'pyodide'
import { buildIfChanged, ROOT } from '../build/build-if-changed.mjs'
import { WHEELS } from './download-wheels.mjs'
import { loadInterpreter, PYODIDE } from './pyodide-in-node.mjs'

export const WORK = 'build/wheel-lock'
const PROGRAMS = ['archive.py', 'line_table.py', 'library_patches.py']
const INPUTS = [...PROGRAMS, 'base-archive.mjs', 'pyodide-in-node.mjs', 'requirements.lock']
const COMPILE = `
import archive, pathlib
wheels = sorted(str(wheel) for wheel in pathlib.Path("/wheels").iterdir())
scratch = pathlib.Path("/scratch"); scratch.mkdir()
archive.write_archive("/base.zip", archive.members(["/stdlib.zip", *wheels], scratch))
archive.libraries(wheels, "/libraries")
`

/** @param {(line: string) => void} log */
export function buildBaseArchive(log) {
  return buildIfChanged({
    name: 'python-base',
    inputs: INPUTS.map((name) => `tools/wheel-lock/${name}`),
    extra: version,
    outputs: [`${WORK}/base.zip`, `${WORK}/libraries.json`],
    log,
    build: async () => {
      const folder = join(ROOT, WORK)
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { recursive: true })
      await compileInto(folder)
    },
  })
}

/** @param {string} folder */
async function compileInto(folder) {
  const interpreter = await loadInterpreter()
  const { FS } = interpreter
  FS.mkdir('/wheels')
  FS.mkdir('/libraries')
  for (const name of await readdir(join(ROOT, WHEELS))) {
    FS.writeFile(`/wheels/${name}`, await readFile(join(ROOT, WHEELS, name)))
  }
  FS.writeFile('/stdlib.zip', await readFile(join(PYODIDE, 'python_stdlib.zip')))
  for (const name of PROGRAMS) {
    FS.writeFile(`/home/pyodide/${name}`, await readFile(join(ROOT, 'tools/wheel-lock', name)))
  }
  const libraries = interpreter.runPython(COMPILE).toJs()
  await writeFile(join(folder, 'base.zip'), FS.readFile('/base.zip'))
  for (const path of libraries) {
    const name = path.split('/').pop()
    await writeFile(join(folder, name), FS.readFile(`/libraries/${name}`))
  }
  await writeFile(join(folder, 'libraries.json'), JSON.stringify(libraries, null, 2))
}

/**
 * Which module each shared library is, and its file in build/wheel-lock.
 * @returns {Promise<{ module: string, file: string }[]>}
 */
export async function libraryFiles() {
  /** @type {string[]} */
  const paths = JSON.parse(await readFile(join(ROOT, WORK, 'libraries.json'), 'utf8'))
  return paths.map((path) => ({
    module: (path.split('.')[0] ?? '').replaceAll('/', '.'),
    file: path.split('/').pop() ?? '',
  }))
}
