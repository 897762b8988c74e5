// ES module text -> the body of a webpack-style module function: live bindings, re-exports, cycles, hoisting,
// top-level await, dynamic import, import.meta. Runs in the kernel worker and, for starters, in Node at build time.
// It does not resolve requests (resolve.ts) and does not wrap the body (module-text.ts).
// Limits: a missing export reads as undefined (as in webpack), and `export *` names that come round a cycle are seen
// only once the other module has run.
import { parse, type Program } from 'acorn'
import MagicString from 'magic-string'
import { patternNames } from './bound-names.ts'
import { importVariable } from './import-variable.ts'
import type { LinkedModule, LinkOptions } from './linked-module.ts'
import { rewriteReferences } from './rewrite.ts'

/** @throws SyntaxError of acorn, which cannot happen for what SWC printed. */
export function linkModule(code: string, options: LinkOptions): LinkedModule {
  return linkText(code, options).linked
}

/** The same link again, for its source map: maps are made only when an error needs one. `head` stands before the body. */
export function linkMap(code: string, options: LinkOptions, source: string, head: string): string {
  const { text } = linkText(code, options)
  return text.prepend(head).generateMap({ hires: true, source }).toString()
}

interface LinkResult {
  readonly linked: LinkedModule
  readonly text: MagicString
}

function linkText(code: string, { awaitAsYield, environment = {} }: LinkOptions): LinkResult {
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true })
  const text = new MagicString(code)
  const requests = new RequestList()
  const imports = collectImports(program, requests)
  const exported = rewriteExports({ program, code, text, requests, imports })
  for (const node of program.body) if (node.type === 'ImportDeclaration') blank(text, code, node)
  const found = rewriteReferences({ program, code, text, imports, awaitAsYield, environment })
  const linked: LinkedModule = {
    code: text.toString(),
    requests: requests.list,
    lazyRequests: [...found.lazyRequests],
    exports: exported.exports,
    stars: exported.stars,
    unnamedDefault: exported.unnamedDefault,
    topLevelAwait: found.topLevelAwait,
  }
  return { linked, text }
}

class RequestList {
  readonly list: string[] = []
  add(request: string): number {
    const known = this.list.indexOf(request)
    return known >= 0 ? known : this.list.push(request) - 1
  }
  variable(index: number): string {
    return importVariable(this.list[index] ?? '', index)
  }
}

function readFrom(variable: string, name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)
    ? `${variable}.${name}`
    : `${variable}[${JSON.stringify(name)}]`
}

function moduleName(node: { type: string; name?: string; value?: unknown }): string {
  return node.type === 'Literal' ? String(node.value) : (node.name ?? '')
}

/** Local name -> expression. Requests are numbered in source order, re-exports included: that is the order they run in. */
function collectImports(program: Program, requests: RequestList): Map<string, string> {
  const imports = new Map<string, string>()
  for (const node of program.body) {
    if (node.type === 'ExportAllDeclaration' || node.type === 'ExportNamedDeclaration') {
      if (node.source) requests.add(String(node.source.value))
    }
    if (node.type !== 'ImportDeclaration') continue
    const variable = requests.variable(requests.add(String(node.source.value)))
    for (const specifier of node.specifiers) {
      if (specifier.type === 'ImportNamespaceSpecifier') imports.set(specifier.local.name, variable)
      else {
        const name =
          specifier.type === 'ImportDefaultSpecifier' ? 'default' : moduleName(specifier.imported)
        imports.set(specifier.local.name, readFrom(variable, name))
      }
    }
  }
  return imports
}

interface ExportInput {
  readonly program: Program
  readonly code: string
  readonly text: MagicString
  readonly requests: RequestList
  readonly imports: ReadonlyMap<string, string>
}

interface ExportResult {
  readonly exports: [string, string][]
  readonly stars: number[]
  unnamedDefault: string | null
}

function rewriteExports(input: ExportInput): ExportResult {
  const result: ExportResult = { exports: [], stars: [], unnamedDefault: null }
  for (const node of input.program.body) {
    if (node.type === 'ExportAllDeclaration') rewriteExportAll(node, input, result)
    else if (node.type === 'ExportNamedDeclaration') rewriteNamed(node, input, result)
    else if (node.type === 'ExportDefaultDeclaration') rewriteDefault(node, input, result)
  }
  return result
}

type Item<Type extends string> = Extract<Program['body'][number], { type: Type }>

function rewriteExportAll(
  node: Item<'ExportAllDeclaration'>,
  input: ExportInput,
  result: ExportResult,
): void {
  const { requests, text, code } = input
  const index = requests.add(String(node.source.value))
  if (node.exported) result.exports.push([moduleName(node.exported), requests.variable(index)])
  else result.stars.push(index)
  blank(text, code, node)
}

function rewriteNamed(
  node: Item<'ExportNamedDeclaration'>,
  input: ExportInput,
  result: ExportResult,
): void {
  const { requests, text, code, imports } = input
  const { declaration, source } = node
  if (declaration) {
    const names =
      declaration.type === 'VariableDeclaration'
        ? declaration.declarations.flatMap((one) => patternNames(one.id))
        : [declaration.id.name]
    for (const name of names) result.exports.push([name, name])
    text.remove(node.start, declaration.start)
    return
  }
  for (const specifier of node.specifiers) {
    const local = moduleName(specifier.local)
    const expression = source
      ? readFrom(requests.variable(requests.add(String(source.value))), local)
      : (imports.get(local) ?? local)
    result.exports.push([moduleName(specifier.exported), expression])
  }
  blank(text, code, node)
}

const GAP = String.raw`(?:\s|/\*[\s\S]*?\*/|//[^\n]*\n)*`
const EXPORT_DEFAULT = new RegExp(`export${GAP}default`, 'y')
const FUNCTION_HEAD = new RegExp(`(?:async${GAP})?function${GAP}\\*?`, 'y')

function matchAt(pattern: RegExp, code: string, at: number): number {
  pattern.lastIndex = at
  const match = pattern.exec(code)
  return at + (match?.[0].length ?? 0)
}

function rewriteDefault(
  node: Item<'ExportDefaultDeclaration'>,
  input: ExportInput,
  result: ExportResult,
): void {
  const { text, code } = input
  const { declaration } = node
  const keywordEnd = matchAt(EXPORT_DEFAULT, code, node.start)
  if (
    declaration.type === 'FunctionDeclaration' ||
    (declaration.type === 'ClassDeclaration' && declaration.id)
  ) {
    text.remove(node.start, declaration.start)
    const name = declaration.id?.name ?? freeName('__default', code)
    result.exports.push(['default', name])
    if (declaration.id) return
    result.unnamedDefault = name
    text.appendLeft(matchAt(FUNCTION_HEAD, code, declaration.start), ` ${name}`)
    return
  }
  // `{ default: … }.default` gives an anonymous function or class its name by NamedEvaluation, as the language does.
  const name = freeName('__default', code)
  const end = node.end > declaration.end && code[node.end - 1] === ';' ? node.end - 1 : node.end
  text.overwrite(node.start, keywordEnd, `const ${name} = { "default":`)
  text.appendRight(end, ` }.default${end === node.end ? ';' : ''}`)
  result.exports.push(['default', name])
}

function freeName(wanted: string, code: string): string {
  return code.includes(wanted) ? freeName(`${wanted}_`, code) : wanted
}

/** Removes a statement but keeps its line breaks, so that lines below stay where they were. */
function blank(text: MagicString, code: string, node: { start: number; end: number }): void {
  const lines = code.slice(node.start, node.end).replace(/[^\n]+/g, '')
  text.overwrite(node.start, node.end, lines === '' ? ' ' : lines)
}
