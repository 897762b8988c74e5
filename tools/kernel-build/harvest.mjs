// Reads the modules out of a finished webpack build: id → text of the module function. Server chunks are CommonJS files
// that export `modules`, client chunks push onto `webpackChunk_N_E`. It bundles nothing.
// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { createContext, runInContext } from 'node:vm'

/** @typedef {Map<string, string>} ModuleTexts id → a function expression */

// The placeholder's own modules and the entries Next generated for them; the kernel makes its own.
const PLACEHOLDER_MODULES = /^\((rsc|ssr|app-pages-browser|action-browser)\)\/\.\/app\//
const GENERATED_ENTRIES =
  /next-app-loader|next-flight-client-entry-loader|next-flight-action-entry-loader/

/** @param {string} id */
export function isKernelModule(id) {
  return !PLACEHOLDER_MODULES.test(id) && !GENERATED_ENTRIES.test(id)
}

// No layer, or the pages router's: no page of an app uses them.
const PAGES_ROUTER_MODULES = /^(\(pages-dir-browser\)|\.{1,2}\/)/

/** @param {string} id */
export function isAppClientModule(id) {
  return isKernelModule(id) && !PAGES_ROUTER_MODULES.test(id)
}

/**
 * Source of an expression for a function, whatever its form: methods in webpack's tables may be shorthand.
 * @param {(...values: unknown[]) => unknown} value
 */
export function functionText(value) {
  const text = value.toString()
  const isExpression = /^(async\s+)?(function\b|\(|[\w$]+\s*=>)/.test(text)
  if (isExpression) return `(${text})`
  return `(Object.values({${text}})[0])`
}

/** @param {string} code of a server chunk or entry @returns {ModuleTexts} */
export function readServerChunk(code) {
  // A chunk fills `exports`; an entry has an `exports` of its own in a closure, and runs its page at the end.
  const table = code.replace(/\/\/ load runtime[\s\S]*$/, 'return exports })()')
  const context = createContext({ exports: {}, module: {}, require: () => ({}) })
  const entry = runInContext(table, context)
  return textsOf(context.exports.modules ?? entry?.modules ?? {})
}

/** @param {string} code of a client chunk @returns {ModuleTexts} */
export function readClientChunk(code) {
  /** @type {Record<string, () => unknown>} */
  const modules = {}
  const self = {
    webpackChunk_N_E: {
      push: (/** @type {[unknown, object]} */ [, table]) => Object.assign(modules, table),
    },
  }
  runInContext(code, createContext({ self, globalThis: self, window: self }))
  return textsOf(modules)
}

/** @param {Record<string, () => unknown>} table @returns {ModuleTexts} */
function textsOf(table) {
  return new Map(Object.entries(table).map(([id, value]) => [id, functionText(value)]))
}

/** @param {string} appDirectory @returns {ModuleTexts} of both server layers, placeholder included */
export function harvestServer(appDirectory) {
  const server = join(appDirectory, '.next', 'server')
  const files = [
    ...filesBelow(join(server, 'chunks')),
    join(server, 'app', 'page.js'),
    join(server, 'app', 'api', 'x', 'route.js'),
  ]
  return mergeTexts(files.map((file) => readServerChunk(readFileSync(file, 'utf8'))))
}

/** @param {string} appDirectory @returns {ModuleTexts} of the client layer, placeholder included */
export function harvestClient(appDirectory) {
  const chunks = join(appDirectory, '.next', 'static', 'chunks')
  const files = filesBelow(chunks).filter((file) =>
    isAppChunk(relative(chunks, file).split(sep).join('/')),
  )
  const texts = files
    .map((file) => readFileSync(file, 'utf8'))
    .filter((code) => code.includes('webpackChunk_N_E'))
  return mergeTexts(texts.map(readClientChunk))
}

/** @param {string} file relative to static/chunks */
function isAppChunk(file) {
  return !/^(main-(?!app-)|polyfills|webpack-)|pages\//.test(file)
}

/** @param {readonly ModuleTexts[]} all @returns {ModuleTexts} sorted by id, so that two builds are the same */
function mergeTexts(all) {
  const merged = new Map(all.flatMap((texts) => [...texts]))
  return new Map([...merged].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** @param {string} directory @returns {string[]} */
function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/**
 * webpack names a module that it was told to ignore by a hash of the machine's paths; ours are counted.
 * @param {ModuleTexts} texts
 * @returns {ModuleTexts}
 */
export function renameIgnoredModules(texts) {
  const ignored = [...texts.keys()].filter((id) => /^\?[0-9a-f]+$/.test(id)).sort()
  const rename = (/** @type {string} */ text) =>
    ignored.reduce(
      (result, id, index) =>
        result.replaceAll(JSON.stringify(id), JSON.stringify(`ignored/${index}`)),
      text,
    )
  return new Map(
    [...texts].map(([id, text]) => [
      ignored.includes(id) ? `ignored/${ignored.indexOf(id)}` : id,
      rename(text),
    ]),
  )
}

/**
 * Names that harvested modules ask of the world outside the bundle.
 * @param {Iterable<string>} texts
 */
export function findExternals(texts) {
  const externals = new Set()
  for (const text of texts) {
    const name = /module\.exports = require\("([^"]+)"\)/.exec(text)?.[1]
    if (name !== undefined) externals.add(name)
  }
  return [...externals].sort()
}
