// Makes build/python: Pyodide, the archives and manifest.json, all that the backend worker loads (README.md).
// `node tools/wheel-lock/build-python.mjs`, or `buildPython` from another tool.
// @ts-check
import { pathToFileURL } from 'node:url'
import { version } from 'pyodide'
import { buildIfChanged } from '../build/build-if-changed.mjs'
import { requirePython } from '../start/requirements.mjs'
import { buildBaseArchive } from './base-archive.mjs'
import { downloadWheels } from './download-wheels.mjs'
import { makeArchives, OWN_PYTHON, TOOLS } from './own-archives.mjs'
import { OUT, writeAssets } from './write-assets.mjs'

const FILES = [
  'requirements.lock',
  'argon2-entry.mjs',
  'own-archives.mjs',
  'write-assets.mjs',
  'patch-asm.mjs',
  'base-archive.mjs',
  'pyodide-in-node.mjs',
]

/**
 * @param {object} [options]
 * @param {(line: string) => void} [options.log]
 * @param {import('../start/requirements.mjs').Python} [options.python]
 * @throws {Error} one sentence, when Python, pip or the network is missing
 */
export async function buildPython({ log = console.log, python } = {}) {
  await downloadWheels(python ?? requirePython(), log)
  await buildBaseArchive(log)
  await buildIfChanged({
    name: 'python',
    inputs: [OWN_PYTHON, ...[...TOOLS, ...FILES].map((name) => `tools/wheel-lock/${name}`)],
    extra: version,
    outputs: [`${OUT}/manifest.json`],
    log,
    build: async () => writeAssets(await makeArchives()),
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  buildPython().catch((/** @type {Error} */ error) => {
    console.error(error.message.slice(-2000))
    process.exitCode = 1
  })
}
