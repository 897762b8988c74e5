// Builds what the WebContainers engine fetches when it is chosen: the vendor's package as one file, and one archive
// of the packages that the container gets instead of an `npm install`. `npm run build -- webcontainer` prints their sizes.
// @ts-check
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { buildIfChanged, ROOT } from '../build/build-if-changed.mjs'
import { collectFiles, readManifest, ROOTS } from './collect.mjs'

const FOLDER = 'build/webcontainer'
const SCRIPTS = 'playground/runtime/engine/webcontainer/container'
/** Folder in the container: no name of the learner's begins so, and Next looks into none that does. */
const SCRIPT_FOLDER = '.both-ends'

/** @param {{ log?: (line: string) => void }} [options] */
export async function buildWebContainer({ log = console.log } = {}) {
  await buildIfChanged({
    name: 'webcontainer',
    inputs: [SCRIPTS, 'tools/webcontainer-packages', 'package-lock.json'],
    outputs: ['api.js', 'packages.json', 'packages.gz'].map((name) => `${FOLDER}/${name}`),
    build: () => build(log),
    log,
  })
}

/** @param {(line: string) => void} log */
async function build(log) {
  const { build: bundle } = await import('esbuild')
  const modules = join(ROOT, 'node_modules')
  const output = join(ROOT, FOLDER)
  await mkdir(output, { recursive: true })
  await bundle({
    entryPoints: [join(modules, '@webcontainer/api/dist/index.js')],
    outfile: join(output, 'api.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'warning',
  })
  /** @type {Record<string, Uint8Array>} */
  const files = {}
  let bytes = 0
  for (const { path, source } of collectFiles(modules)) {
    const content =
      path === 'next/package.json' ? await withoutOptional(source) : await readFile(source)
    files[`node_modules/${path}`] = content
    for (const [command, text] of commandsOf(path, content))
      files[`node_modules/${command}`] = Buffer.from(text)
    bytes += content.byteLength
  }
  for (const name of ['relay.cjs', 'socket.cjs', 'trace-fetch.cjs'])
    files[`${SCRIPT_FOLDER}/${name}`] = await readFile(join(ROOT, SCRIPTS, name))
  const archive = gzipSync(pack(files), { level: 9 })
  await writeFile(join(output, 'packages.gz'), archive)
  await writeFile(join(output, 'packages.json'), JSON.stringify(versions(modules), null, 2))
  const count = Object.keys(files).length
  log(
    `webcontainer: ${count} files, ${megabytes(bytes)}, compressed ${megabytes(archive.byteLength)}`,
  )
}

/**
 * Four bytes of length, the list of paths and sizes as JSON, the contents one after the other: a browser takes it apart
 * without a copy, and unpacks the gzip around it natively. open-container.ts reads it.
 * @param {Readonly<Record<string, Uint8Array>>} files
 */
function pack(files) {
  // Folder by folder, as a container's tree lists them: who packs that again gets the same bytes.
  const entries = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1))
  const list = entries.map(([path, content]) => ({ path, size: content.byteLength }))
  const head = Buffer.from(JSON.stringify(list))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(head.byteLength)
  return Buffer.concat([length, head, ...entries.map(([, content]) => content)])
}

/**
 * What npm would link in `.bin`: it fetches a package anew that lacks its own when the learner adds one.
 * @param {string} path
 * @param {Buffer} content
 * @returns {[path: string, text: string][]}
 */
export function commandsOf(path, content) {
  const match = /^(|.*\/node_modules\/)((?:@[^/]+\/)?([^/]+))\/package\.json$/.exec(path)
  if (!match) return []
  const [, above, name, shortName] = match
  const { bin = {} } = JSON.parse(content.toString())
  const named = typeof bin === 'string' ? { [String(shortName)]: bin } : bin
  return Object.entries(named).map(([command, file]) => [
    `${above}.bin/${command}`,
    `#!/usr/bin/env node\nimport(${JSON.stringify(`../${name}/${file}`)})\n`,
  ])
}

/** Its native compilers and `sharp`: npm would fetch them with the learner's first package. @param {string} file */
async function withoutOptional(file) {
  const manifest = JSON.parse(await readFile(file, 'utf8'))
  delete manifest.optionalDependencies
  return Buffer.from(JSON.stringify(manifest))
}

/** @param {string} modules */
function versions(modules) {
  return Object.fromEntries(ROOTS.map((name) => [name, readManifest(join(modules, name)).version]))
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWebContainer()
