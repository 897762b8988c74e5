// One stylesheet: `@import` inlined, `url()` pointed at served files, and for `*.module.css` the postcss plugins that
// css-loader (and so Next's webpack build) uses. Runs in the compiler worker. Tailwind comes first, in apps that use it
// (apply-tailwind.ts). No Sass, no minifying.
import postcss, { type AcceptedPlugin, type AtRule, type ChildNode, type Root } from 'postcss'
import extractImports from 'postcss-modules-extract-imports'
import localByDefault from 'postcss-modules-local-by-default'
import scope from 'postcss-modules-scope'
import moduleValues from 'postcss-modules-values'
import { extractICSS } from 'icss-utils'
import type { CompileAnswer, CompiledStyle, StyleRequest } from '../compiler/offer.ts'
import { FailureError } from '../../wire/failure.ts'
import { applyTailwind } from './apply-tailwind.ts'
import { generatedClassName } from './class-name.ts'
import { mediaUrl } from './media-url.ts'

export async function compileStyle(request: StyleRequest): Promise<CompileAnswer<CompiledStyle>> {
  try {
    return { ok: true, value: await compileSheet(request, request.file, []) }
  } catch (cause) {
    if (cause instanceof FailureError) throw cause
    return { ok: false, fault: styleFault(request.file, cause) }
  }
}

async function compileSheet(
  request: StyleRequest,
  file: string,
  trail: readonly string[],
): Promise<CompiledStyle> {
  const source = request.sheets[file]
  if (source === undefined) throw new Error(`Module not found: Can't resolve '${file}'`)
  if (trail.includes(file)) return { css: '', exports: {}, reads: [], isScanned: false }
  const reads = new Set<string>()
  const made = await applyTailwind(request.tailwind, {
    root: postcss.parse(source, { from: file }),
    file,
    readSheet: (path) => readSheet(request, path, reads),
  })
  const { root } = made
  let { isScanned } = made
  const outside = inlineImports(root, request, file, reads)
  pointUrls(root, request, file)
  if (!file.endsWith('.module.css'))
    return { css: outside + root.toString(), exports: null, reads: [...reads], isScanned }
  const plugins: AcceptedPlugin[] = [
    moduleValues,
    localByDefault({ mode: 'pure' }),
    extractImports(),
    scope({ generateScopedName: (local: string, from: string) => generatedClassName(from, local) }),
  ]
  const { root: scoped } = await postcss(plugins).process(root, { from: file, map: false })
  const { icssImports, icssExports } = extractICSS(scoped)
  const exports = { ...icssExports }
  let composed = ''
  for (const [path, names] of Object.entries(icssImports)) {
    const other = joinPath(file, path.replace(/^['"]|['"]$/g, ''))
    const sheet = await compileSheet(request, other, [...trail, file])
    composed += `${sheet.css}\n`
    isScanned ||= sheet.isScanned
    reads.add(other)
    sheet.reads.forEach((read) => reads.add(read))
    replaceNames(exports, names, sheet.exports ?? {})
  }
  return { css: outside + composed + scoped.toString(), exports, reads: [...reads], isScanned }
}

function replaceNames(
  exports: Record<string, string>,
  names: Record<string, string>,
  from: Readonly<Record<string, string>>,
) {
  for (const [placeholder, local] of Object.entries(names)) {
    for (const name of Object.keys(exports)) {
      exports[name] = (exports[name] ?? '').replaceAll(placeholder, from[local] ?? '')
    }
  }
}

/** Relative imports are inlined; those to other hosts are given back, to stand first, as CSS demands. */
function inlineImports(
  root: Root,
  request: StyleRequest,
  file: string,
  reads: Set<string>,
): string {
  let outside = ''
  root.walkAtRules('import', (rule) => {
    const match = /^(?:url\()?['"]([^'"]+)['"]\)?\s*(.*)$/.exec(rule.params)
    const specifier = match?.[1]
    if (specifier === undefined) return
    if (/^(https?:)?\/\//.test(specifier)) {
      outside += `${rule.toString()};\n`
      rule.remove()
      return
    }
    const path = joinPath(file, specifier)
    const text = request.sheets[path]
    if (text === undefined) throw rule.error(unresolved(specifier))
    reads.add(path)
    const inner = postcss.parse(text, { from: path })
    outside += inlineImports(inner, request, path, reads)
    pointUrls(inner, request, path)
    replaceImport(rule, inner.nodes, match?.[2] ?? '')
  })
  return outside
}

function unresolved(specifier: string): string {
  const hint = /^tailwindcss(\/|$)/.test(specifier)
    ? ". Tailwind is compiled when postcss.config.mjs names the plugin '@tailwindcss/postcss'."
    : ''
  return `Module not found: Can't resolve '${specifier}'${hint}`
}

/** For Tailwind, which inlines what it imports: addresses in it must be right wherever it goes. */
function readSheet(request: StyleRequest, path: string, reads: Set<string>): string | null {
  const text = request.sheets[path]
  if (text === undefined) return null
  reads.add(path)
  const root = postcss.parse(text, { from: path })
  pointUrls(root, request, path)
  return root.toString()
}

function replaceImport(rule: AtRule, nodes: ChildNode[], media: string): void {
  if (media === '') rule.replaceWith(nodes)
  else rule.replaceWith(postcss.atRule({ name: 'media', params: media, nodes }))
}

function pointUrls(root: Root, { paths }: StyleRequest, file: string): void {
  root.walkDecls((declaration) => {
    if (!declaration.value.includes('url(')) return
    declaration.value = declaration.value.replace(
      /url\((['"]?)(\.{1,2}\/[^'")]+)\1\)/g,
      (whole, _quote, path: string) => {
        const target = joinPath(file, path)
        return paths.includes(target) ? `url("${mediaUrl(target)}")` : whole
      },
    )
  })
}

function joinPath(from: string, to: string): string {
  return decodeURIComponent(new URL(to, `file://${from}`).pathname)
}

function styleFault(file: string, cause: unknown) {
  if (!(cause instanceof postcss.CssSyntaxError)) {
    return { file, message: cause instanceof Error ? cause.message : String(cause), place: null }
  }
  const place = cause.line === undefined ? null : { line: cause.line, column: cause.column ?? 1 }
  const frame = cause.showSourceCode(false)
  return { file: cause.file ?? file, message: `Syntax error: ${cause.reason}\n\n${frame}`, place }
}
