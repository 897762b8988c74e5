// Builds the kernel: Next's own runtime for the App Router, harvested from two builds of a placeholder app, as the files
// that playground/runtime/kernel/contract.ts describes. `node tools/kernel-build/build.mjs [--sizes]`.
// @ts-check
import { readdirSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfChanged, contentKey, ROOT } from '../build/build-if-changed.mjs'
import { makeClientBundle } from './client-bundle.mjs'
import { harvestClient, harvestServer, renameIgnoredModules } from './harvest.mjs'
import { createPathRemover, refuseMachinePaths } from './machine-paths.mjs'
import { makeMeta } from './meta.mjs'
import { buildPlaceholder, placeholderDirectory } from './next-build.mjs'
import { buildPackages, PACKAGE_FILES } from './packages.mjs'
import { makeServerBundle } from './server-bundle.mjs'
import { printSizes } from './sizes.mjs'
import { stripCustomSections } from './strip-wasm.mjs'
import { makeTailwind } from './tailwind-bundle.mjs'
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
  ...PACKAGE_FILES.map((file) => join(OUT, file)),
  join(OUT, 'toolchain.js'),
  join(OUT, 'tailwind.js'),
  join(OUT, 'swc.wasm'),
]

const HERE = 'tools/kernel-build'
const PACKAGES = [
  'next',
  'react',
  'react-dom',
  'esbuild',
  'react-refresh',
  '@next/swc-wasm-web',
  '@swc/helpers',
  'clsx',
  'date-fns',
  'jose',
  'openapi-fetch',
  'swr',
  'tailwindcss',
  'zod',
]

// Two steps, because the first takes a minute and changes seldom, the second takes seconds and holds our own code.
const PLACEHOLDER_INPUTS = [
  ...['placeholder', 'open-flags.mjs', 'specifiers.mjs', 'next-build.mjs'].map(
    (file) => `${HERE}/${file}`,
  ),
  ...PACKAGES.slice(0, 3).map(descriptionOf),
]
const BUNDLE_INPUTS = [
  ...readdirSync(join(ROOT, HERE))
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => `${HERE}/${file}`),
  ...['webpack', 'client', 'tailwind', 'flags.ts', 'contract.ts'].map(
    (file) => `playground/runtime/kernel/${file}`,
  ),
  ...PACKAGES.map(descriptionOf),
]

/** Its version stands for all of a package. @param {string} name */
function descriptionOf(name) {
  return `node_modules/${name}/package.json`
}

/**
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<boolean>} true when it built, false when everything was there already
 */
export async function buildKernel({ log = console.log } = {}) {
  await buildIfChanged({
    name: 'kernel-app',
    inputs: PLACEHOLDER_INPUTS,
    outputs: FLAVOURS.map((flavour) => join('build', 'kernel-app', flavour, '.next', 'BUILD_ID')),
    log,
    // Two at once: one `next build` keeps about one core busy.
    build: async () => void (await Promise.all(FLAVOURS.map(buildPlaceholder))),
  })
  return buildIfChanged({
    name: 'kernel',
    inputs: BUNDLE_INPUTS,
    extra: contentKey(PLACEHOLDER_INPUTS),
    outputs: KERNEL_FILES,
    log,
    build: async () =>
      void (await Promise.all([
        ...FLAVOURS.map((flavour) => bundleFlavour(flavour, log)),
        bundleShared(),
      ])),
  })
}

async function bundleShared() {
  await mkdir(join(ROOT, OUT), { recursive: true })
  await buildPackages(join(ROOT, OUT))
  await writeBuilt('toolchain.js', await makeToolchain())
  await writeBuilt('tailwind.js', await makeTailwind())
  await writeFile(
    join(ROOT, OUT, 'swc.wasm'),
    stripCustomSections(await readFile(join(ROOT, SWC_WASM))),
  )
}

/** @param {Flavour} flavour @param {(line: string) => void} log */
async function bundleFlavour(flavour, log) {
  const appDirectory = placeholderDirectory(flavour)
  const withoutMachinePaths = createPathRemover(appDirectory)
  const clean = (/** @type {Map<string, string>} */ texts) =>
    renameIgnoredModules(
      new Map([...texts].map(([id, text]) => [withoutMachinePaths(id), withoutMachinePaths(text)])),
    )
  const server = clean(harvestServer(appDirectory))
  const client = clean(harvestClient(appDirectory))
  const meta = makeMeta({ appDirectory, flavour, server, client })
  const serverBundle = await makeServerBundle(server, flavour, withoutMachinePaths)
  const clientBundle = await makeClientBundle({
    appDirectory,
    harvested: client,
    flavour,
    flags: meta.flags,
    withoutMachinePaths,
  })
  await mkdir(join(ROOT, OUT, flavour), { recursive: true })
  await writeBuilt(`${flavour}/meta.json`, withoutMachinePaths(JSON.stringify(meta)))
  await writeBuilt(`${flavour}/server.js`, serverBundle.code)
  for (const [file, code] of Object.entries(clientBundle.files))
    await writeBuilt(`${flavour}/${file}`, code)
  log(
    `kernel: ${flavour}, ${serverBundle.moduleCount} server and ${clientBundle.moduleCount} client modules`,
  )
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
