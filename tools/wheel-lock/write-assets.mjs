// Writes build/python: every file under a name that holds its hash, so that it may be cached for ever, and the manifest.
// @ts-check
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build as bundle, transform } from 'esbuild'
import { version } from 'pyodide'
import { ROOT } from '../build/build-if-changed.mjs'
import { libraryFiles, WORK } from './base-archive.mjs'
import { patchArgon2, patchAsm } from './patch-asm.mjs'
import { PYODIDE } from './pyodide-in-node.mjs'

export const OUT = 'build/python'
/** As the workers are built; newer, esbuild would take Uint8Array.fromBase64 for granted. */
const TARGET = ['chrome120', 'firefox128', 'safari17']

/**
 * @typedef {object} PythonManifest what the worker reads first; all names are relative to the manifest
 * @property {string} version changes when any file does
 * @property {string} pyodide Pyodide's version
 * @property {Record<string, string>} lockInfo the head of Pyodide's lock file; no package of it ships
 * @property {string} pyodideFolder holds pyodide.mjs, pyodide.asm.mjs, pyodide.asm.wasm
 * @property {string} hot the archive to start from
 * @property {string} all the archive with everything
 * @property {string} argon2
 * @property {Record<string, { url: string, file: string }>} libraries by module name
 * @property {Record<string, string>} packages version by name
 * @property {Record<string, number>} sizes bytes by file
 */

/** @param {{ hot: Uint8Array, all: Uint8Array }} archives */
export async function writeAssets({ hot, all }) {
  await rm(join(ROOT, OUT), { recursive: true, force: true })
  /** @type {Record<string, number>} */
  const sizes = {}
  /** @param {string} name @param {Uint8Array} data */
  const put = async (name, data) => {
    sizes[name] = data.byteLength
    await mkdir(dirname(join(ROOT, OUT, name)), { recursive: true })
    await writeFile(join(ROOT, OUT, name), data)
    return name
  }
  const manifest = {
    pyodide: version,
    lockInfo: JSON.parse(await readFile(join(PYODIDE, 'pyodide-lock.json'), 'utf8')).info,
    pyodideFolder: await putPyodide(put),
    hot: await put(`hot-${shortHash(hot)}.zip`, hot),
    all: await put(`all-${shortHash(all)}.zip`, all),
    argon2: await putArgon2(put),
    libraries: await putLibraries(put),
    packages: await lockedVersions(),
    sizes,
  }
  const whole = { version: shortHash(Buffer.from(JSON.stringify(manifest))), ...manifest }
  await writeFile(join(ROOT, OUT, 'manifest.json'), `${JSON.stringify(whole, null, 2)}\n`)
}

/** @typedef {(name: string, data: Uint8Array) => Promise<string>} Put */

/** @param {Put} put */
async function putPyodide(put) {
  const patched = patchAsm(await readFile(join(PYODIDE, 'pyodide.asm.mjs'), 'utf8'))
  const { code } = await transform(patched, { minify: true, target: TARGET })
  const asm = Buffer.from(code)
  const entry = Buffer.from(withoutSourceMap(await readFile(join(PYODIDE, 'pyodide.mjs'), 'utf8')))
  const wasm = await readFile(join(PYODIDE, 'pyodide.asm.wasm'))
  const folder = `pyodide-${shortHash(Buffer.concat([asm, entry, wasm]))}/`
  await put(`${folder}pyodide.mjs`, entry)
  await put(`${folder}pyodide.asm.mjs`, asm)
  await put(`${folder}pyodide.asm.wasm`, wasm)
  return folder
}

/** Its source map does not ship. @param {string} source */
function withoutSourceMap(source) {
  return source.replace(/^\/\/# sourceMappingURL=.*$/m, '')
}

/** @param {Put} put */
async function putArgon2(put) {
  const { outputFiles } = await bundle({
    entryPoints: [join(ROOT, 'tools/wheel-lock/argon2-entry.mjs')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: TARGET,
    loader: { '.wasm': 'binary' },
    plugins: [
      {
        name: 'any-password-length',
        setup: ({ onLoad }) =>
          onLoad({ filter: /argon2id\.js$/ }, async ({ path }) => ({
            contents: patchArgon2(await readFile(path, 'utf8')),
          })),
      },
    ],
  })
  const [file] = outputFiles
  if (!file) throw new Error('esbuild made nothing of argon2-entry.mjs.')
  return put(`argon2-${shortHash(file.contents)}.mjs`, file.contents)
}

/** As `.wasm`, the one name that every static server gives the right type for compileStreaming. @param {Put} put */
async function putLibraries(put) {
  /** @type {Record<string, { url: string, file: string }>} */
  const libraries = {}
  for (const { module, file } of await libraryFiles()) {
    const data = await readFile(join(ROOT, WORK, file))
    libraries[module] = { file, url: await put(`${module}-${shortHash(data)}.wasm`, data) }
  }
  return libraries
}

async function lockedVersions() {
  const lock = await readFile(join(ROOT, 'tools/wheel-lock/requirements.lock'), 'utf8')
  return Object.fromEntries(
    [...lock.matchAll(/^([a-z0-9-]+)==(\S+)/gm)].map(([, name, locked]) => [name, locked]),
  )
}

/** @param {Uint8Array} data */
function shortHash(data) {
  return createHash('sha256').update(data).digest('hex').slice(0, 12)
}
