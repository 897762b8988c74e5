// One starter in one flavour, in a process of its own: the kernel's platform replaces Node's globals.
// Arguments: the bundle of playground/runtime/kernel/compiler/precompile.ts, a JSON file of files, flavour, output.
// @ts-check
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../build/build-if-changed.mjs'

const { exit, argv, stderr } = process
// The platform replaces `process`.
const onUnhandledRejection = process.on.bind(process, 'unhandledRejection')
// A worker's own; the platform takes it when it is installed.
globalThis.reportError = (/** @type {unknown} */ cause) => void stderr.write(`${cause}\n`)
const [, , bundle = '', filesPath = '', flavour = '', output = ''] = argv
// In every browser of ours, but not in Node 20.
Promise.withResolvers ??= function () {
  /** @type {any} */ const parts = {}
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }))
  return parts
}

/** Bytes stand as `{ base64 }`. @param {string} path */
async function readFiles(path) {
  /** @type {Record<string, string | { base64: string }>} */
  const files = JSON.parse(await readFile(path, 'utf8'))
  const pairs = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? content : new Uint8Array(Buffer.from(content.base64, 'base64')),
  ])
  return Object.fromEntries(pairs)
}

try {
  /** @type {typeof import('../../playground/runtime/kernel/compiler/precompile.ts')} */
  const { isPrerenderRejection, precompileStarter } = await import(pathToFileURL(bundle).href)
  onUnhandledRejection((reason) => {
    if (!isPrerenderRejection(reason)) throw reason
  })
  const starter = await precompileStarter({
    flavour: flavour === 'production' ? 'production' : 'development',
    assets: `${pathToFileURL(join(ROOT, 'build/kernel')).href}/`,
    files: await readFiles(filesPath),
    swc: new Uint8Array(await readFile(join(ROOT, 'build/kernel/swc.wasm'))),
    readText: (url) => readFile(new URL(url), 'utf8'),
  })
  await writeFile(output, JSON.stringify(starter))
  exit.call(null, 0)
} catch (cause) {
  stderr.write(`${cause instanceof Error ? cause.stack : cause}\n`)
  exit.call(null, 1)
}
