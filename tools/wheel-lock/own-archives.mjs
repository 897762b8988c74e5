// The quick half: both_ends on top of the base archive (all.zip), and out of that the small archive with only the
// modules that an app imports (hot.zip), found by importing and serving one (warm_imports.py). About 8 s.
// @ts-check
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'
import { libraryFiles, WORK } from './base-archive.mjs'
import { copyIn, loadInterpreter } from './pyodide-in-node.mjs'

export const OWN_PYTHON = 'playground/runtime/backend/python/both_ends'
/** Programs that run inside Pyodide. */
export const TOOLS = [
  'archive.py',
  'line_table.py',
  'library_patches.py',
  'both_ends_archive.py',
  'warm_imports.py',
]
const ADD = `
import both_ends_archive
both_ends_archive.add_both_ends("/base.zip", "/source/both_ends", "/all.zip", "/scratch")
`
const CUT = `
from both_ends.patches import native_modules
native_modules.install({module: "/lib/native/" + file for module, file in LIBRARIES})
import warm_imports
await warm_imports.run()
import both_ends_archive
both_ends_archive.cut_hot("/lib/python314.zip", "/hot.zip")
`

/** @returns {Promise<{ hot: Uint8Array, all: Uint8Array }>} */
export async function makeArchives() {
  const all = await addBothEnds()
  const archive = join(ROOT, WORK, 'all.zip')
  await writeFile(archive, all)
  const interpreter = await loadWithTools({ archive })
  interpreter.FS.mkdirTree('/lib/native')
  const libraries = await libraryFiles()
  for (const { file } of libraries) {
    interpreter.FS.writeFile(`/lib/native/${file}`, await readFile(join(ROOT, WORK, file)))
  }
  interpreter.globals.set(
    'LIBRARIES',
    interpreter.toPy(libraries.map(({ module, file }) => [module, file])),
  )
  await interpreter.runPythonAsync(CUT)
  return { hot: interpreter.FS.readFile('/hot.zip'), all }
}

async function addBothEnds() {
  const interpreter = await loadWithTools({})
  copyIn(interpreter, join(ROOT, OWN_PYTHON), '/source/both_ends')
  interpreter.FS.writeFile('/base.zip', await readFile(join(ROOT, WORK, 'base.zip')))
  interpreter.FS.mkdir('/scratch')
  interpreter.runPython(ADD)
  return interpreter.FS.readFile('/all.zip')
}

/** @param {{ archive?: string }} options */
async function loadWithTools(options) {
  const interpreter = await loadInterpreter(options)
  for (const name of TOOLS) {
    interpreter.FS.writeFile(
      `/home/pyodide/${name}`,
      await readFile(join(ROOT, 'tools/wheel-lock', name)),
    )
  }
  return interpreter
}
