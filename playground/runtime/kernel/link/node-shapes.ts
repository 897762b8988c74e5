// Shapes of code that the linker looks for. Pure questions about acorn's tree.
import type { AnyNode } from 'acorn'
import { childNodes, isFunctionNode } from './bound-names.ts'

/** The name in `process.env.NAME` or `process.env['NAME']`. */
export function environmentName({
  object,
  property,
  computed,
}: Extract<AnyNode, { type: 'MemberExpression' }>): string | null {
  const isEnvironment =
    object.type === 'MemberExpression' &&
    object.object.type === 'Identifier' &&
    object.object.name === 'process' &&
    object.property.type === 'Identifier' &&
    object.property.name === 'env'
  if (!isEnvironment) return null
  if (!computed) return property.type === 'Identifier' ? property.name : null
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : null
}

export function hasTopLevelForAwait(nodes: readonly AnyNode[]): boolean {
  return nodes.some((node) => {
    if (isFunctionNode(node) || node.type === 'ClassBody') return false
    return (node.type === 'ForOfStatement' && node.await) || hasTopLevelForAwait(childNodes(node))
  })
}
