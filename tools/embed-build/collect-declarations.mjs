// The types of a module in one file: the entry's exports and every declaration of ours that they name, as they are written,
// exported too.
// @ts-check
import ts from 'typescript'

const HEADER = `// Types of /embed/both-ends.js. Made by tools/embed-build from the sources; documented in /docs/embedding/.\n`

/** @param {string} entry absolute path of a TypeScript file @returns {string} */
export function collectDeclarations(entry) {
  const program = ts.createProgram([entry], {
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
  })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(entry)
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${entry} exports nothing.`)
  const exported = checker.getExportsOfModule(module).map((symbol) => declared(checker, symbol))
  const found = reach(checker, exported)
  const texts = found.map((symbol) => write(checker, symbol))
  return `${HEADER}\n${texts.join('\n\n')}\n`
}

/** Follows imports and re-exports. @param {ts.TypeChecker} checker @param {ts.Symbol} symbol */
function declared(checker, symbol) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

/** @param {ts.TypeChecker} checker @param {readonly ts.Symbol[]} from @returns {ts.Symbol[]} `from` first */
function reach(checker, from) {
  const found = new Set(from)
  for (const symbol of found) {
    const node = declarationOf(symbol)
    const visit = (/** @type {ts.Node} */ child) => {
      if (ts.isBlock(child) || isHidden(child)) return
      if (ts.isIdentifier(child)) {
        const named = checker.getSymbolAtLocation(child)
        const target = named && declared(checker, named)
        if (target && isTopLevelOfOurs(target)) found.add(target)
      }
      ts.forEachChild(child, visit)
    }
    ts.forEachChild(node, visit)
  }
  const names = [...found].map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new Error(`Two declarations are called ${twice}: one file cannot hold both.`)
  return [...found]
}

/** @param {ts.Symbol} symbol @returns {ts.Declaration} */
function declarationOf(symbol) {
  const [node] = symbol.declarations ?? []
  if (!node) throw new Error(`${symbol.name} has no declaration.`)
  return node
}

/** @param {ts.Symbol} symbol */
function isTopLevelOfOurs(symbol) {
  const [node] = symbol.declarations ?? []
  if (!node || node.getSourceFile().isDeclarationFile) return false
  const holder = ts.isVariableDeclaration(node) ? node.parent.parent.parent : node.parent
  return ts.isSourceFile(holder)
}

/** @param {ts.Node} node what of a class is nobody else's */
function isHidden(node) {
  return (
    (ts.isPropertyDeclaration(node) && ts.isPrivateIdentifier(node.name)) ||
    (ts.isMethodDeclaration(node) && ts.isPrivateIdentifier(node.name))
  )
}

/** @param {ts.TypeChecker} checker @param {ts.Symbol} symbol */
function write(checker, symbol) {
  const node = declarationOf(symbol)
  const comment = ts
    .getJSDocCommentsAndTags(ts.isVariableDeclaration(node) ? node.parent.parent : node)
    .map((doc) => doc.getText())
    .join('\n')
  const text = textOf(checker, symbol, node).replace(/^export /, '')
  const head = comment === '' ? '' : `${comment}\n`
  return `${head}export ${text}`
}

/** @param {ts.TypeChecker} checker @param {ts.Symbol} symbol @param {ts.Declaration} node */
function textOf(checker, symbol, node) {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return node.getText()
  const type = checker.getTypeOfSymbolAtLocation(symbol, node)
  if (ts.isFunctionDeclaration(node)) {
    const head = node.getText().slice(0, (node.body?.getStart() ?? node.getEnd()) - node.getStart())
    // A default value says that a parameter may be left out.
    return `declare ${head
      .replace(/^export /, '')
      .replace(/(\w+)(: [^=,)]+) = \{\}/, '$1?$2')
      .trim()}`
  }
  if (ts.isClassDeclaration(node)) return `declare class ${classText(node)}`
  if (ts.isVariableDeclaration(node))
    return `declare const ${symbol.name}: ${checker.typeToString(type, node, ts.TypeFormatFlags.NoTruncation)}`
  throw new Error(`${symbol.name} is a ${ts.SyntaxKind[node.kind]}: teach collect-declarations it.`)
}

/** @param {ts.ClassDeclaration} node */
function classText(node) {
  const parents = node.heritageClauses?.map((clause) => ` ${clause.getText()}`).join('') ?? ''
  const members = node.members.flatMap((member) => {
    if (ts.isPropertyDeclaration(member) && !ts.isPrivateIdentifier(member.name))
      return [member.getText()]
    if (ts.isConstructorDeclaration(member)) {
      const parameters = member.parameters.map((parameter) => {
        const isOptional = parameter.initializer !== undefined
        return `${parameter.name.getText()}${isOptional ? '?' : ''}: ${parameter.type?.getText() ?? 'unknown'}`
      })
      return [`constructor(${parameters.join(', ')})`]
    }
    return []
  })
  return `${node.name?.getText() ?? ''}${parents} {\n  ${members.join('\n  ')}\n}`
}
