// Which files of which packages go into the WebContainers engine's snapshot: what `next dev --webpack` and `next build
// --webpack` read, and what an example or a lesson may import. Found by following package.json files, as Node would.
// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** What the container's own package.json names; the rest comes with them. */
export const ROOTS = [
  'next',
  'react',
  'react-dom',
  '@next/swc-wasm-nodejs',
  'typescript',
  '@types/node',
  '@types/react',
  '@types/react-dom',
  'clsx',
  'date-fns',
  'jose',
  'openapi-fetch',
  'swr',
  'zod',
]

/**
 * Not read by either command. Turbopack and the React of another release channel are most of Next's size; type
 * declarations and source maps help an editor, and the editor has its own.
 */
const LEFT_OUT = [
  /\.map$/,
  /(?<!^@types\/.*)\.d\.[cm]?ts$/,
  /\.(md|markdown|flow|cts|mts)$/i,
  /(^|\/)(readme|changelog|history)(\.|$)/i,
  /^next\/dist\/compiled\/next-server\/[\w-]*-turbo/,
  /^next\/dist\/compiled\/react-server-dom-turbopack/,
  /^next\/dist\/compiled\/@vercel\/og\//,
  /^next\/dist\/docs\//,
  /^next\/dist\/esm\/.*\.test\./,
  /^typescript\/(?!package\.json$|bin\/tsc$|lib\/_?tsc\.js$|LICENSE)/,
  /^date-fns\/(cdn|locale\/.*cdn)/,
  /^date-fns\/.*\.cjs$/,
  /^zod\/src\//,
]

/**
 * @typedef {object} PackagedFile
 * @property {string} path below node_modules, with forward slashes
 * @property {string} source on this machine
 */

/**
 * @param {string} modules a node_modules folder
 * @param {readonly string[]} [roots]
 * @returns {PackagedFile[]}
 */
export function collectFiles(modules, roots = ROOTS) {
  const folders = new Set(roots.map((name) => join(modules, name)))
  // A Set hands out what is added while it is walked.
  for (const folder of folders) {
    for (const name of dependenciesOf(folder)) folders.add(findPackage(folder, name, modules))
  }
  return [...folders]
    .flatMap((folder) => filesOf(folder))
    .map((source) => ({ path: relative(modules, source).split(sep).join('/'), source }))
    .filter(({ path }) => !LEFT_OUT.some((pattern) => pattern.test(path)))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
}

/** @param {string} folder @returns {string[]} */
function dependenciesOf(folder) {
  return Object.keys(readManifest(folder).dependencies ?? {})
}

/** @param {string} folder @returns {{ version: string, dependencies?: Record<string, string> }} */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

/** As Node looks: beside the package that asks, then upwards. @param {string} from @param {string} name @param {string} modules */
function findPackage(from, name, modules) {
  for (let at = from; at.startsWith(modules); at = dirname(at)) {
    const found = join(at, 'node_modules', name)
    if (existsSync(join(found, 'package.json'))) return found
  }
  const top = join(modules, name)
  if (existsSync(join(top, 'package.json'))) return top
  throw new Error(`${name}, which ${relative(modules, from)} needs, is not installed: run npm ci.`)
}

/** Without the packages inside it: each is there by itself. @param {string} folder @returns {string[]} */
function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesOf(path)
    return entry.isFile() ? [path] : []
  })
}
