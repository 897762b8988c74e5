// Next's own route table (`printTreeView` of next/dist/build/utils.js), cut out with what it needs: the whole file leads
// to webpack, the native compiler and the disk.
// @ts-check
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parse } from 'acorn'
import { NEXT_DIST } from './bundles.mjs'

const FUNCTIONS = [
  'printTreeView',
  'getTreeViewSymbol',
  'getTreeViewDisplayPath',
  'filterAndSortList',
]
/** Only asked where there is a `pages/` folder. */
const NOT_NEEDED = '_findpagefile'

/** Text of a module that exports `printTreeView`, with requires that hold in any folder. */
export function treeViewText() {
  const source = readFileSync(join(NEXT_DIST, 'build', 'utils.js'), 'utf8')
  const parts = topLevel(source)
  const named = (/** @type {string} */ name) => {
    const text = parts.get(name)
    if (text === undefined) throw new Error(`next/dist/build/utils.js has no ${name} any more.`)
    return text
  }
  const functions = FUNCTIONS.map(named).join('\n')
  const imports = [...new Set(functions.match(/(?<![\w/])_\w+(?=\.)/g))]
    .filter((name) => parts.has(name) && name !== NOT_NEEDED)
    .map(named)
    .join('\n')
  return [
    named('_interop_require_default'),
    imports.replace(/require\("(\.[^"]+)"\)/g, (_, path) => `require("${fromDist(path)}")`),
    // As it is when the table is printed, not as it was when this file was read.
    'const print = (...values) => console.log(...values)',
    functions,
    'exports.printTreeView = printTreeView',
  ].join('\n')
}

/** @param {string} path as seen from next/dist/build */
function fromDist(path) {
  return `next/dist/${posix.join('build', path)}`
}

/** Name -> text of each statement at the top. @param {string} source */
function topLevel(source) {
  const { body } = parse(source, { ecmaVersion: 'latest' })
  /** @type {Map<string, string>} */
  const parts = new Map()
  for (const node of body) {
    const text = source.slice(node.start, node.end)
    if (node.type === 'FunctionDeclaration') parts.set(node.id.name, text)
    if (node.type !== 'VariableDeclaration') continue
    for (const { id } of node.declarations) if (id.type === 'Identifier') parts.set(id.name, text)
  }
  return parts
}
