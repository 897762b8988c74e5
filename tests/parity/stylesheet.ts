// A stylesheet as lines that can be compared: one declaration a line, below the rules in which it stands.
import { createRequire } from 'node:module'
import { browserslistToTargets, transform } from 'lightningcss'
import postcss, { AtRule, Rule, type ChildNode, type Node } from 'postcss'
import { plainClassNames } from './class-names.ts'

const require = createRequire(import.meta.url)
const modern: string[] = require('next/dist/shared/lib/modern-browserslist-target')
const targets = browserslistToTargets(modern)

/** How lightningcss asks whether a browser knows `lab()`. */
const LAB_TWIN = /^\(color: ?lab\(0% 0 0\)\)$/

/**
 * - Both sides' sheets go through lightningcss, with the browsers that Next names: Next runs it over every sheet, where it
 *   flattens nesting, rewrites values and adds prefixes. Here sheets stay as they are written, which browsers read alike.
 * - Twice, as in a build, by Tailwind's plugin and by Next: what it makes of `infinity` is another number the second time.
 * - Of a colour that it writes twice, in sRGB and as `lab()`, the first counts: of nested rules it loses the second.
 * - A declaration that only repeats the one before goes: each pass adds its prefixes again.
 * - Class names of CSS modules become what the stylesheet calls them.
 */
export function toSheetLines(css: string): readonly string[] {
  const root = postcss.parse(compile(compile(css)))
  root.walkAtRules('supports', (rule) => void (LAB_TWIN.test(rule.params) && rule.remove()))
  const lines: string[] = []
  root.walk((node) => {
    const isStatement = node.type === 'atrule' && node.nodes === undefined
    if (node.type === 'decl' || isStatement) lines.push(toLine(node))
  })
  return lines.filter((line, index) => line !== lines[index - 1])
}

function compile(css: string): string {
  const code = Buffer.from(css)
  return transform({ filename: 'sheet.css', code, minify: true, targets }).code.toString()
}

function toLine(node: ChildNode): string {
  const path: string[] = [node.toString()]
  for (let at: Node | undefined = node.parent; at && at.type !== 'root'; at = at.parent) {
    if (at instanceof Rule) path.unshift(withPlainClasses(at.selector))
    else if (at instanceof AtRule) path.unshift(`@${at.name} ${at.params}`)
  }
  return path.join(' > ')
}

function withPlainClasses(selector: string): string {
  return selector.replace(/\.([\w-]+)/g, (_, name: string) => `.${plainClassNames(name)}`)
}
