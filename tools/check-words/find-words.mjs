// Finds banned words in declared names, file names and prose. Only names that we declare count: `useRouter()` is
// Next's word, `const router` would be ours.
// @ts-check
import ts from 'typescript'
import { allowed, asNames, inNames, inProse } from './words.mjs'

/**
 * @typedef {object} Finding
 * @property {string} path
 * @property {number} line from 1
 * @property {string} name the name or phrase that was found
 * @property {string} word
 * @property {string} instead
 */

/** @param {string} name `createRouteTable`, `route-table`, `ROUTE_TABLE` @returns {string[]} lower-case parts */
export function partsOf(name) {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
}

/**
 * @param {string} path relative to the root, with forward slashes
 * @param {string} text
 * @returns {Finding[]}
 */
export function findInCode(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, scriptKind(path))
  /** @type {Finding[]} */
  const findings = []
  const visit = (/** @type {ts.Node} */ node) => {
    const name = declaredName(node)
    if (name !== null) {
      const line = source.getLineAndCharacterOfPosition(name.getStart(source)).line + 1
      findings.push(...judgeName(path, line, name.text))
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return findings
}

/** @param {string} path relative to the root @returns {Finding[]} */
export function findInPath(path) {
  return path
    .split('/')
    .flatMap((segment) => judgeName(path, 1, segment.replace(/\.[a-z.]+$/, ''), false))
}

/** @param {string} path @param {string} text @returns {Finding[]} */
export function findInProse(path, text) {
  return text.split('\n').flatMap((line, index) =>
    Object.entries(inProse)
      .filter(([phrase]) => new RegExp(`(^|[^\\w-])${phrase}($|[^\\w-])`, 'i').test(line))
      .map(([phrase, instead]) => ({ path, line: index + 1, name: phrase, word: phrase, instead })),
  )
}

/** @param {string} path */
function scriptKind(path) {
  if (path.endsWith('.tsx')) return ts.ScriptKind.TSX
  return path.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JSX
}

/**
 * The identifier that a node declares, or null. A destructured property keeps the name that its owner gave it, so
 * only a renamed one counts.
 * @param {ts.Node} node
 * @returns {ts.Identifier | null}
 */
function declaredName(node) {
  const declares =
    ts.isVariableDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isMethodDeclaration(node) ||
    (ts.isBindingElement(node) && node.propertyName !== undefined)
  return declares && node.name !== undefined && ts.isIdentifier(node.name) ? node.name : null
}

/**
 * @param {string} path
 * @param {number} line
 * @param {string} name
 * @param {boolean} [whole] false where a name that says nothing is no fault: file names
 * @returns {Finding[]}
 */
function judgeName(path, line, name, whole = true) {
  const parts = partsOf(name)
  const words = [...new Set(parts)].filter((part) => Object.hasOwn(inNames, part))
  const hits = words.map((word) => ({ path, line, name, word, instead: inNames[word] ?? '' }))
  const bare = name.toLowerCase()
  if (whole && Object.hasOwn(asNames, bare))
    hits.push({ path, line, name, word: bare, instead: asNames[bare] ?? '' })
  return hits.filter((hit) => !isAllowed(hit))
}

/** @param {Finding} finding */
function isAllowed({ path, name, word }) {
  const plain = name.replaceAll(/[^A-Za-z0-9]/g, '')
  return allowed.some(
    (entry) =>
      entry.word === word &&
      entry.where.test(path) &&
      (entry.name === undefined || entry.name.test(plain)),
  )
}
