// Which names a piece of an ES module binds: what the linker must know to tell an import from a local of the same
// name. Pure functions over acorn's tree; no scope is kept here (rewrite.ts does that).
import type { AnyNode, Pattern, Program, Statement } from 'acorn'

type ModuleItem = Program['body'][number]

export type FunctionNode = Extract<
  AnyNode,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }
>

export function isNode(value: unknown): value is AnyNode {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  )
}

/** Direct children of a node, in source order as acorn lays its fields out. */
export function childNodes(node: AnyNode): AnyNode[] {
  return Object.values(node).flatMap((value: unknown) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  )
}

export function patternNames(pattern: Pattern | null | undefined): string[] {
  if (!pattern) return []
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        patternNames(property.type === 'RestElement' ? property.argument : property.value),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => patternNames(element))
    case 'AssignmentPattern':
      return patternNames(pattern.left)
    case 'RestElement':
      return patternNames(pattern.argument)
    default:
      return []
  }
}

export function isFunctionNode(node: AnyNode): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  )
}

/** `var` names hoisted out of these nodes; nested functions and classes keep their own. */
export function varNames(nodes: readonly AnyNode[]): string[] {
  return nodes.flatMap((node) => {
    if (isFunctionNode(node) || node.type === 'ClassBody') return []
    const own =
      node.type === 'VariableDeclaration' && node.kind === 'var'
        ? node.declarations.flatMap((declaration) => patternNames(declaration.id))
        : []
    return [...own, ...varNames(childNodes(node))]
  })
}

/** `let`, `const`, `class` and `function` names of one block. */
export function blockNames(body: readonly (Statement | ModuleItem)[]): string[] {
  return body.flatMap((statement) => {
    if (statement.type === 'VariableDeclaration' && statement.kind !== 'var') {
      return statement.declarations.flatMap((declaration) => patternNames(declaration.id))
    }
    if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration') {
      return statement.id ? [statement.id.name] : []
    }
    return []
  })
}

/** Every name a function binds for its own body: itself, parameters, hoisted and block names. */
export function functionNames(node: FunctionNode): string[] {
  const names = node.params.flatMap((parameter) => patternNames(parameter))
  if (node.type === 'FunctionExpression' && node.id) names.push(node.id.name)
  if (node.body.type === 'BlockStatement') {
    names.push(...varNames(node.body.body), ...blockNames(node.body.body))
  }
  return names
}
