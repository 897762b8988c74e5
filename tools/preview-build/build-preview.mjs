// Assembles the preview origin: our bundles, host.html, and what the other steps built, as static files.
// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { constants, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { buildIfChanged, ROOT } from '../build/build-if-changed.mjs'
import { bundles, PREVIEW_ORIGIN, SITE_ORIGIN } from './bundles.mjs'

const PREVIEW = 'build/preview'
const HOST = `${PREVIEW}/__host__`

/** Folders that other steps made, and the step whose key says what is in them. */
const built = [
  { from: 'build/kernel', to: `${HOST}/kernel`, key: 'kernel' },
  { from: 'build/python', to: `${HOST}/python`, key: 'python' },
  { from: 'build/starters', to: `${HOST}/starters`, key: 'starters' },
]

const pages = [
  { from: 'playground/runtime/host/host.html', to: `${HOST}/host.html` },
  { from: 'playground/runtime/host/keep.html', to: `${HOST}/keep.html` },
  { from: 'playground/runtime/host/tab.html', to: `${HOST}/tab.html` },
  { from: 'playground/runtime/host/not-found.html', to: `${PREVIEW}/404.html` },
]

/** @param {string} name */
function outputOf(name) {
  return name === 'service-worker.js' ? `${PREVIEW}/${name}` : `${HOST}/${name}`
}

/**
 * @param {string} name
 * @param {import("esbuild").BuildOptions} options
 * @returns {import("esbuild").BuildOptions}
 */
function bundleOptions(name, options) {
  return {
    absWorkingDir: ROOT,
    ...(options.splitting ? { outdir: join(ROOT, HOST) } : { outfile: join(ROOT, outputOf(name)) }),
    logLevel: 'warning',
    ...options,
  }
}

/** @param {{ log: (line: string) => void }} options */
export async function buildPreview({ log }) {
  await buildIfChanged({
    name: 'preview-scripts',
    inputs: [
      'playground/runtime',
      'tools/preview-build',
      'tools/serve/built-origins.mjs',
      'tools/kernel-build/bundles.mjs',
      'package-lock.json',
    ],
    extra: `${SITE_ORIGIN} ${PREVIEW_ORIGIN}`,
    outputs: [...Object.keys(bundles).map(outputOf), ...pages.map(({ to }) => to)],
    log,
    async build() {
      await mkdir(join(ROOT, HOST), { recursive: true })
      // Names there hold a hash: what an earlier build left would stay for ever.
      await rm(join(ROOT, HOST, 'compiler'), { recursive: true, force: true })
      await Promise.all(
        Object.entries(bundles).map(([name, options]) =>
          esbuild.build(bundleOptions(name, options)),
        ),
      )
      for (const { from, to } of pages) await cp(join(ROOT, from), join(ROOT, to))
    },
  })
  for (const folder of built) await copyBuilt(folder, log)
}

/** @param {{ from: string, to: string, key: string }} folder @param {(line: string) => void} log */
async function copyBuilt({ from, to, key }, log) {
  if (!existsSync(join(ROOT, from)))
    throw new Error(`${from} is missing: run the step "${key}" first.`)
  const keyFile = join(ROOT, 'build/keys', key)
  const seen = join(ROOT, 'build/keys', `preview-${key}`)
  const wanted = existsSync(keyFile) ? readFileSync(keyFile, 'utf8') : null
  if (
    wanted !== null &&
    existsSync(seen) &&
    readFileSync(seen, 'utf8') === wanted &&
    existsSync(join(ROOT, to))
  )
    return
  await rm(join(ROOT, to), { recursive: true, force: true })
  // Cloned where the disk can: these are the largest files that we have.
  await cp(join(ROOT, from), join(ROOT, to), { recursive: true, mode: constants.COPYFILE_FICLONE })
  if (wanted !== null) await writeFile(seen, wanted)
  log(`preview: copied ${from}`)
}

/**
 * Rebuilds the scripts when their sources change, for `npm run dev`.
 * @returns {Promise<() => Promise<void>>} stops watching
 */
export async function watchPreview() {
  const contexts = await Promise.all(
    Object.entries(bundles).map(([name, options]) => esbuild.context(bundleOptions(name, options))),
  )
  await Promise.all(contexts.map((context) => context.watch()))
  return async () => {
    await Promise.all(contexts.map((context) => context.dispose()))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPreview({ log: console.log })
