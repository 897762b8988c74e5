// Takes the snapshot for the next visit, in a worker of its own: a second Python that imports the framework, warms up
// and is thrown away. Started when the first one is idle; the learner's app and files are never in the picture.
import type { AssetSource } from './assets.ts'
import { libraryPaths, loadForSnapshot } from './interpreter.ts'
import type { PythonEntry } from './python-objects.ts'
import { takeSnapshot, type Snapshot } from './snapshot.ts'

export async function makeSnapshot(assets: AssetSource): Promise<Snapshot> {
  const manifest = await assets.manifest()
  const { pyodide, module, records } = await loadForSnapshot({ assets, manifest })
  const entry: PythonEntry = pyodide.pyimport('both_ends.entry')
  entry.prepare(JSON.stringify(libraryPaths(manifest)))
  entry.warm_up()
  entry.destroy()
  return takeSnapshot(pyodide, module, records, manifest.version)
}
