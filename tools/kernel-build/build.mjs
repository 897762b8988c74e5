// Builds the kernel: Next's own runtime for the App Router, harvested from two builds of a placeholder app, as the files
// that playground/runtime/kernel/contract.ts describes. `node tools/kernel-build/build.mjs [--sizes]`.
// @ts-check
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfChanged, ROOT } from '../build/build-if-changed.mjs'
import { makeClientBundle } from './client-bundle.mjs'
import { harvestClient, harvestServer, renameIgnoredModules } from './harvest.mjs'
import { createPathRemover, refuseMachinePaths } from './machine-paths.mjs'
import { makeMeta } from './meta.mjs'
import { buildPlaceholder } from './next-build.mjs'
import { makeServerBundle } from './server-bundle.mjs'
import { printSizes } from './sizes.mjs'
import { makeToolchain } from './toolchain-bundle.mjs'

/** @typedef {import('./next-build.mjs').Flavour} Flavour */

const OUT = join('build', 'kernel')
/** @type {readonly Flavour[]} */
const FLAVOURS = ['development', 'production']
const SWC_WASM = join('node_modules', '@next', 'swc-wasm-web', 'wasm_bg.wasm')

/** @type {Readonly<Record<Flavour, readonly string[]>>} */
const FILES = {
  development: ['server.js', 'client.js', 'overlay.js', 'meta.json'],
  production: ['server.js', 'client.js', 'meta.json'],
}

export const KERNEL_FILES = [
  ...FLAVOURS.flatMap((flavour) => FILES[flavour].map((file) => join(OUT, flavour, file))),
  join(OUT, 'toolchain.js'),
  join(OUT, 'swc.wasm'),
]

const INPUTS = [
  'tools/kernel-build',
  'playground/runtime/kernel/webpack',
  'playground/runtime/kernel/client',
  'playground/runtime/kernel/flags.ts',
  'playground/runtime/kernel/contract.ts',
  // Versions of everything that is bundled, and nothing else of the lock file.
  ...['next', 'react', 'react-dom', 'react-refresh', '@next/swc-wasm-web', '@swc/helpers', 'esbuild'].map(
    (name) => `node_modules/${name}/package.json`,
  ),
]

/**
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<boolean>} true when it built, false when everything was there already
 */
export function buildKernel({ log = console.log } = {}) {
  return buildIfChanged({ name: 'kernel', inputs: INPUTS, outputs: KERNEL_FILES, log, build: () => build(log) })
}

/** @param {(line: string) => void} log */
async function build(log) {
  // Two at once: one `next build` keeps about one core busy.
  await Promise.all([...FLAVOURS.map((flavour) => buildFlavour(flavour, log)), buildShared()])
}

async function buildShared() {
  await mkdir(join(ROOT, OUT), { recursive: true })
  await writeBuilt('toolchain.js', await makeToolchain())
  await copyFile(join(ROOT, SWC_WASM), join(ROOT, OUT, 'swc.wasm'))
}

/** @param {Flavour} flavour @param {(line: string) => void} log */
async function buildFlavour(flavour, log) {
  const appDirectory = await buildPlaceholder(flavour)
  log(`kernel: next build of the placeholder app (${flavour}) done`)
  const withoutMachinePaths = createPathRemover(appDirectory)
  const clean = (/** @type {Map<string, string>} */ texts) =>
    renameIgnoredModules(new Map([...texts].map(([id, text]) => [withoutMachinePaths(id), withoutMachinePaths(text)])))
  const server = clean(harvestServer(appDirectory))
  const client = clean(harvestClient(appDirectory))
  const serverBundle = await makeServerBundle(server, flavour, withoutMachinePaths)
  const clientBundle = await makeClientBundle({ appDirectory, harvested: client, flavour, withoutMachinePaths })
  await mkdir(join(ROOT, OUT, flavour), { recursive: true })
  await writeBuilt(`${flavour}/server.js`, serverBundle.code)
  for (const [file, code] of Object.entries(clientBundle.files)) await writeBuilt(`${flavour}/${file}`, code)
  await writeBuilt(`${flavour}/meta.json`, makeMeta({ appDirectory, flavour, server, client, withoutMachinePaths }))
  log(`kernel: ${flavour}, ${serverBundle.moduleCount} server and ${clientBundle.moduleCount} client modules`)
}

/** @param {string} file below build/kernel @param {string} text */
async function writeBuilt(file, text) {
  refuseMachinePaths(text, file)
  await writeFile(join(ROOT, OUT, file), text)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildKernel()
  printSizes(KERNEL_FILES, { withBrotli: process.argv.includes('--sizes') })
}
