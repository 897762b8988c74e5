// Writes build/starters/<example>.<flavour>.json: the example's frontend compiled and linked, so that its first page
// needs no compiler. Needs build/kernel. Keyed by content, so an unchanged example costs nothing.
// @ts-check
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildIfChanged, ROOT } from '../build/build-if-changed.mjs'
import { KERNEL_WORKER_OPTIONS } from '../kernel-build/bundles.mjs'
import { readStarterFiles } from '../starter-files/build.mjs'
import { STARTERS } from '../starter-files/starters.mjs'

const FLAVOURS = /** @type {const} */ (['development', 'production'])
const ENTRY = 'playground/runtime/kernel/compiler/precompile.ts'
const SCRIPT = fileURLToPath(new URL('precompile.mjs', import.meta.url))

/** @param {{ log?: (line: string) => void }} [options] */
export async function buildStarters({ log = console.log } = {}) {
  const all = STARTERS.flatMap(({ name }) => FLAVOURS.map((flavour) => ({ name, flavour })))
  await buildIfChanged({
    name: 'starters',
    inputs: [
      ...STARTERS.map(({ name }) => `examples/${name}/frontend`),
      'playground/runtime/kernel',
      'tools/precompile-starters',
      'tools/kernel-build',
      'tools/starter-files',
      'package-lock.json',
    ],
    outputs: all.map(({ name, flavour }) => `build/starters/${name}.${flavour}.json`),
    build: () => compileAll(all, log),
    log,
  })
}

/** @param {readonly { name: string, flavour: string }[]} all @param {(line: string) => void} log */
async function compileAll(all, log) {
  const folder = await mkdtemp(join(tmpdir(), 'starters-'))
  try {
    await mkdir(join(ROOT, 'build/starters'), { recursive: true })
    const bundle = join(folder, 'precompile.mjs')
    await build({
      ...KERNEL_WORKER_OPTIONS,
      absWorkingDir: ROOT,
      entryPoints: [ENTRY],
      outfile: bundle,
      logLevel: 'error',
      // Its default address of the wasm, which is not used here.
      define: { ...KERNEL_WORKER_OPTIONS.define, 'import.meta.url': '"file:///"' },
    })
    for (const { name, flavour } of all) {
      const output = join(ROOT, `build/starters/${name}.${flavour}.json`)
      const files = join(folder, `${name}.json`)
      await writeFile(files, JSON.stringify(frontendOf(name)))
      await run([SCRIPT, bundle, files, flavour, output])
      log(`starters: ${name}, ${flavour}: ${((await stat(output)).size / 1024).toFixed(0)} KB`)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Files below `frontend/` as the workspace begins with them. @param {string} name */
function frontendOf(name) {
  const files = readStarterFiles(name)
  const prefix = 'frontend/'
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, content]) => [path.slice(prefix.length), content]),
  )
}

/** @param {string[]} args @returns {Promise<void>} */
function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`A starter did not compile (exit code ${code}).`)),
    )
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildStarters()
