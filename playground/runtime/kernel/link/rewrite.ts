// Second half of linking: every use of an imported name becomes a property read on the required module, which is
// what makes bindings live; top-level await, import() and import.meta get their stand-ins. Shadowed names are left
// alone. No requests are resolved here.
import type { AnyNode, Identifier, Pattern, Program } from 'acorn'
import type MagicString from 'magic-string'
import { environmentName, hasTopLevelForAwait } from './node-shapes.ts'
import {
  blockNames,
  childNodes,
  functionNames,
  patternNames,
  varNames,
  type FunctionNode,
} from './bound-names.ts'

export interface RewriteInput {
  readonly program: Program
  readonly code: string
  readonly text: MagicString
  /** Local name -> the expression that reads the binding. */
  readonly imports: ReadonlyMap<string, string>
  readonly awaitAsYield: boolean
  /** Values for `process.env.<name>`. */
  readonly environment: Readonly<Record<string, string>>
}

export interface RewriteFindings {
  readonly lazyRequests: ReadonlySet<string>
  readonly topLevelAwait: 'none' | 'generator' | 'native'
}

export function rewriteReferences(input: RewriteInput): RewriteFindings {
  // A top-level `for await` cannot become a yield, and the two cannot be mixed.
  const awaitAsYield =
    input.awaitAsYield &&
    !(/\bfor\s+await\b/.test(input.code) && hasTopLevelForAwait(input.program.body))
  const rewriter = new Rewriter({ ...input, awaitAsYield })
  for (const statement of input.program.body) rewriter.visit(statement, TOP)
  return { lazyRequests: rewriter.lazyRequests, topLevelAwait: rewriter.topLevelAwait }
}

/** Where the walk is: which imported names are hidden, and whether `await` and `this` are the module's own. */
interface Scope {
  readonly hidden: ReadonlySet<string>
  readonly ownsAwait: boolean
  readonly ownsThis: boolean
}

const TOP: Scope = { hidden: new Set(), ownsAwait: false, ownsThis: false }

class Rewriter {
  readonly lazyRequests = new Set<string>()
  topLevelAwait: 'none' | 'generator' | 'native' = 'none'
  private statementStart = -1
  private readonly input: RewriteInput

  constructor(input: RewriteInput) {
    this.input = input
  }

  visit(node: AnyNode | null | undefined, scope: Scope): void {
    if (!node) return
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'BreakStatement':
      case 'ContinueStatement':
        return
      case 'ExportNamedDeclaration':
        return this.visit(node.declaration, scope)
      case 'Identifier':
        return this.reference(node, scope)
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return this.visitFunction(node, scope)
      case 'ClassDeclaration':
      case 'ClassExpression':
        return this.visitClass(node, scope)
      case 'ExpressionStatement':
        this.statementStart = node.start
        return this.visit(node.expression, scope)
      case 'LabeledStatement':
        return this.visit(node.body, scope)
      case 'MemberExpression':
        return this.inlineEnvironment(node, scope) ? undefined : this.visitMember(node, scope)
      case 'VariableDeclaration':
        for (const declaration of node.declarations) {
          this.visitPattern(declaration.id, scope)
          this.visit(declaration.init, scope)
        }
        return
      default:
        return this.visitScoped(node, scope)
    }
  }

  private visitScoped(node: AnyNode, scope: Scope): void {
    switch (node.type) {
      case 'BlockStatement':
        return this.visitAll(node.body, this.hide(scope, blockNames(node.body)))
      case 'SwitchStatement': {
        this.visit(node.discriminant, scope)
        const inner = this.hide(scope, blockNames(node.cases.flatMap((one) => one.consequent)))
        return this.visitAll(node.cases, inner)
      }
      case 'ForStatement': {
        const inner = this.hideLoopNames(node.init, scope)
        return [node.init, node.test, node.update, node.body].forEach((part) =>
          this.visit(part, inner),
        )
      }
      case 'ForInStatement':
      case 'ForOfStatement': {
        if (node.type === 'ForOfStatement' && node.await && !scope.ownsAwait)
          this.topLevelAwait = 'native'
        const inner = this.hideLoopNames(node.left, scope)
        this.visit(node.right, inner)
        if (node.left.type === 'VariableDeclaration') this.visit(node.left, inner)
        else this.visitPattern(node.left, inner)
        return this.visit(node.body, inner)
      }
      case 'CatchClause': {
        const inner = this.hide(scope, patternNames(node.param))
        this.visitPattern(node.param, inner)
        return this.visit(node.body, inner)
      }
      default:
        return this.visitExpression(node, scope)
    }
  }

  private visitExpression(node: AnyNode, scope: Scope): void {
    const { text, code } = this.input
    switch (node.type) {
      case 'Property':
        if (node.computed) this.visit(node.key, scope)
        if (!node.shorthand || node.value.type !== 'Identifier')
          return this.visit(node.value, scope)
        return this.reference(node.value, scope, 'shorthand')
      case 'CallExpression':
        if (this.takeRequire(node)) return
        this.visitCallee(node.callee, scope)
        return this.visitAll(node.arguments, scope)
      case 'TaggedTemplateExpression':
        this.visitCallee(node.tag, scope)
        return this.visit(node.quasi, scope)
      case 'AssignmentExpression':
        if (node.left.type === 'Identifier') this.visit(node.left, scope)
        else this.visitPattern(node.left, scope)
        return this.visit(node.right, scope)
      case 'UpdateExpression':
        if (node.argument.type === 'MemberExpression') return this.visitMember(node.argument, scope)
        return this.visit(node.argument, scope)
      case 'UnaryExpression':
        if (node.operator !== 'delete' || node.argument.type !== 'MemberExpression')
          return this.visit(node.argument, scope)
        return this.visitMember(node.argument, scope)
      case 'ThisExpression':
        if (!scope.ownsThis) text.overwrite(node.start, node.end, '(void 0)')
        return
      case 'MetaProperty':
        if (node.meta.name === 'import') text.overwrite(node.start, node.end, '__import_meta__')
        return
      case 'ImportExpression':
        text.overwrite(node.start, code.indexOf('(', node.start), '__dynamic_import__')
        return this.takeLazyRequest(node.source, scope)
      case 'AwaitExpression':
        if (!scope.ownsAwait) this.rewriteAwait(node)
        return this.visit(node.argument, scope)
      default:
        return this.visitAll(childNodes(node), scope)
    }
  }

  private visitMember(node: Extract<AnyNode, { type: 'MemberExpression' }>, scope: Scope): void {
    this.visit(node.object, scope)
    if (node.computed) this.visit(node.property, scope)
  }

  private inlineEnvironment(
    node: Extract<AnyNode, { type: 'MemberExpression' }>,
    scope: Scope,
  ): boolean {
    const name = environmentName(node)
    const value = name === null ? undefined : this.input.environment[name]
    if (value === undefined || scope.hidden.has('process')) return false
    this.input.text.overwrite(node.start, node.end, JSON.stringify(value))
    return true
  }

  private visitAll(nodes: readonly (AnyNode | null)[], scope: Scope): void {
    for (const node of nodes) this.visit(node, scope)
  }

  private rewriteAwait(node: { start: number; end: number }): void {
    if (this.topLevelAwait === 'none')
      this.topLevelAwait = this.input.awaitAsYield ? 'generator' : 'native'
    if (!this.input.awaitAsYield) return
    // `void 0,` keeps a leading parenthesis from joining the line before, in code without semicolons.
    const opening = this.joinsLineBefore(node.start) ? 'void 0,(yield' : '(yield'
    this.input.text.overwrite(node.start, node.start + 'await'.length, opening)
    this.input.text.appendLeft(node.end, ')')
  }

  /** `require('x')` with a literal stays a call on the wrapper's own `require`. */
  private takeRequire(node: Extract<AnyNode, { type: 'CallExpression' }>): boolean {
    const [argument] = node.arguments
    const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require'
    if (!isRequire || argument?.type !== 'Literal' || typeof argument.value !== 'string')
      return false
    this.lazyRequests.add(argument.value)
    return true
  }

  private takeLazyRequest(source: AnyNode, scope: Scope): void {
    if (source.type === 'Literal' && typeof source.value === 'string')
      this.lazyRequests.add(source.value)
    else if (source.type === 'TemplateLiteral' && source.expressions.length === 0) {
      this.lazyRequests.add(source.quasis[0]?.value.cooked ?? '')
    } else this.visit(source, scope)
  }

  private visitCallee(callee: AnyNode, scope: Scope): void {
    if (callee.type === 'Identifier') this.reference(callee, scope, 'call')
    else this.visit(callee, scope)
  }

  private reference(
    node: Identifier,
    scope: Scope,
    use: 'read' | 'call' | 'shorthand' = 'read',
  ): void {
    const expression = this.input.imports.get(node.name)
    if (expression === undefined || scope.hidden.has(node.name)) return
    const { text } = this.input
    if (use === 'shorthand') text.appendLeft(node.end, `: ${expression}`)
    else if (use === 'call' && /[.[]/.test(expression)) {
      text.overwrite(node.start, node.end, `${this.callWrapper(node.start)}${expression})`)
    } else text.overwrite(node.start, node.end, expression)
  }

  /** Both forms drop `this`. `Object(` is for code without semicolons, where a leading `(` would join two lines. */
  private callWrapper(start: number): string {
    return this.joinsLineBefore(start) ? 'Object(' : '(0, '
  }

  private joinsLineBefore(start: number): boolean {
    if (start !== this.statementStart) return false
    const before = this.input.code.slice(0, start).trimEnd()
    return before !== '' && !/[;{}]$/.test(before)
  }

  private visitFunction(node: FunctionNode, scope: Scope): void {
    const names = this.hide(scope, functionNames(node))
    const isArrow = node.type === 'ArrowFunctionExpression'
    const inner: Scope = { ...names, ownsAwait: true, ownsThis: scope.ownsThis || !isArrow }
    for (const parameter of node.params) this.visitPattern(parameter, inner)
    if (node.body.type === 'BlockStatement') this.visitAll(node.body.body, inner)
    else this.visit(node.body, inner)
  }

  private visitClass(
    node: Extract<AnyNode, { type: 'ClassDeclaration' | 'ClassExpression' }>,
    scope: Scope,
  ): void {
    const inner = node.id ? this.hide(scope, [node.id.name]) : scope
    const member: Scope = { ...inner, ownsAwait: true, ownsThis: true }
    this.visit(node.superClass, inner)
    for (const part of node.body.body) {
      if (part.type === 'StaticBlock') {
        this.visitAll(
          part.body,
          this.hide(member, [...varNames(part.body), ...blockNames(part.body)]),
        )
        continue
      }
      if (part.computed) this.visit(part.key, inner)
      this.visit(part.value, member)
    }
  }

  private visitPattern(pattern: Pattern | null | undefined, scope: Scope): void {
    if (!pattern) return
    switch (pattern.type) {
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') this.visitPattern(property.argument, scope)
          else {
            if (property.computed) this.visit(property.key, scope)
            this.visitPattern(property.value, scope)
          }
        }
        return
      case 'ArrayPattern':
        return pattern.elements.forEach((element) => this.visitPattern(element, scope))
      case 'AssignmentPattern':
        this.visitPattern(pattern.left, scope)
        return this.visit(pattern.right, scope)
      case 'RestElement':
        return this.visitPattern(pattern.argument, scope)
      case 'MemberExpression':
        // A target, not a value: nothing is inlined here.
        return this.visitMember(pattern, scope)
      default:
    }
  }

  private hideLoopNames(head: AnyNode | null | undefined, scope: Scope): Scope {
    if (head?.type !== 'VariableDeclaration' || head.kind === 'var') return scope
    return this.hide(
      scope,
      head.declarations.flatMap((declaration) => patternNames(declaration.id)),
    )
  }

  private hide(scope: Scope, names: readonly string[]): Scope {
    const { imports } = this.input
    const hidden = names.filter(
      (name) => (imports.has(name) || name === 'process') && !scope.hidden.has(name),
    )
    return hidden.length === 0 ? scope : { ...scope, hidden: new Set([...scope.hidden, ...hidden]) }
  }
}
