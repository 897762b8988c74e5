// Makes one module node: picks the loader by what the resource is, and resolves its imports. Asks the compiler; keeps
// nothing itself.
import type { FileContent } from '../../wire/files.ts'
import type { KernelToolchain, Layer, ModuleId } from '../contract.ts'
import type { CompileClient } from '../compiler/compile-client.ts'
import { contentHash } from '../compiler/content-hash.ts'
import { CompileError } from '../errors/compile-error.ts'
import type { FrontendFiles } from '../files/frontend-files.ts'
import { runNextLoader } from '../routes/next-loaders.ts'
import { compileLocalFont } from '../styles/local-font.ts'
import { imageImport, isImage } from '../styles/image.ts'
import { scannedSources } from '../styles/scanned-sources.ts'
import type { PostcssConfig } from '../config/postcss-config.ts'
import type { ModuleBody, ModuleNode } from './module-node.ts'
import type { Resolver } from './resolve.ts'
import { fileOf, isLoaderRequest, moduleId, packageOf, type Resource } from './resource.ts'

export interface BuildContext {
  readonly files: FrontendFiles
  readonly compiler: CompileClient
  readonly resolver: Resolver
  readonly postcss: PostcssConfig
  readonly tailwindUrl: string
  toolchain(): Promise<KernelToolchain>
  /** Text of a package that was bundled ahead for a layer. */
  packageText(name: string, layer: Layer): Promise<string>
  /** Text of modules that the kernel writes itself: route entries. Linked already. */
  readonly entries: ReadonlyMap<Resource, ModuleBody>
}

type Made = Pick<ModuleNode, 'body' | 'actions' | 'css' | 'inputs' | 'scannedVersion'>

export async function buildNode(
  context: BuildContext,
  resource: Resource,
  layer: Layer,
): Promise<ModuleNode> {
  const file = fileOf(resource)
  const { listingVersion } = context.files
  const made = await makeBody(context, resource, layer, file)
  const ids = new Map<string, ModuleId>()
  const dependencies: Resource[] = []
  if (made.body.kind === 'script') {
    const { requests, lazyRequests } = made.body.linked
    for (const request of [...requests, ...lazyRequests]) {
      const resolved = context.resolver.resolve(request, file ?? '/', layer)
      ids.set(request, resolved.id)
      if (resolved.resource !== null) dependencies.push(resolved.resource)
    }
  }
  return {
    id: moduleId(resource, layer),
    resource,
    layer,
    file,
    ids,
    dependencies,
    listingVersion,
    ...made,
  }
}

async function makeBody(
  context: BuildContext,
  resource: Resource,
  layer: Layer,
  file: string | null,
): Promise<Made> {
  const entry = context.entries.get(resource)
  if (entry) return plain(entry, new Map())
  if (resource.startsWith('next/font/')) return makeFont(context, resource)
  if (isLoaderRequest(resource)) return makeGenerated(context, resource, file)
  const name = packageOf(resource)
  if (name !== null) return makePackage(context, name, layer)
  const path = file ?? ''
  const source = context.files.get(path)
  const inputs = new Map([[path, source]])
  if (path.endsWith('.css')) return makeStyle(context, path)
  if (isImage(path)) {
    const expression = await imageImport(await context.toolchain(), path, source ?? '')
    return plain({ kind: 'value', expression, asDefault: true }, inputs)
  }
  const text = context.files.text(path) ?? ''
  if (path.endsWith('.json'))
    return plain({ kind: 'value', expression: checkJson(path, text), asDefault: false }, inputs)
  const { linked, actions, clientExports } = await context.compiler.compile(path, text, layer)
  const body: ModuleBody = linked
    ? { kind: 'script', linked }
    : { kind: 'client-reference', names: clientExports ?? [] }
  return { body, actions, css: null, inputs }
}

/** JSON is JavaScript, so its text is the expression; what is wrong in it is said in webpack's words. */
function checkJson(file: string, text: string): string {
  try {
    JSON.parse(text)
    return text
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const position = Number(/position (\d+)/.exec(reason)?.[1] ?? text.length)
    const before = text.slice(0, position).split('\n')
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
    throw new CompileError({
      file,
      message: `Module parse failed: Cannot parse JSON: ${reason}`,
      place,
    })
  }
}

function plain(body: ModuleBody, inputs: ReadonlyMap<string, FileContent | undefined>): Made {
  return { body, actions: null, css: null, inputs }
}

async function makeGenerated(
  context: BuildContext,
  resource: Resource,
  file: string | null,
): Promise<Made> {
  const content = file === null ? undefined : context.files.get(file)
  const madeFrom = `${context.files.listingKey()} ${contentHash(content ?? '')}`
  const write = async () => runNextLoader(context, await context.toolchain(), resource)
  const linked = await context.compiler.generated(resource, madeFrom, write)
  return plain({ kind: 'script', linked }, new Map(file === null ? [] : [[file, content]]))
}

async function makePackage(context: BuildContext, name: string, layer: Layer): Promise<Made> {
  const text = () => context.packageText(name, layer)
  const linked = await context.compiler.generated(`package ${layer} ${name}`, name, text)
  return plain({ kind: 'script', linked }, new Map())
}

async function makeFont(context: BuildContext, resource: Resource): Promise<Made> {
  const font = await compileLocalFont(
    await context.toolchain(),
    context.resolver,
    context.files,
    resource,
  )
  const body: ModuleBody = {
    kind: 'value',
    expression: JSON.stringify(font.exports),
    asDefault: true,
  }
  return {
    body,
    actions: null,
    css: font.css,
    inputs: new Map(font.reads.map((read) => [read, context.files.get(read)])),
  }
}

async function makeStyle(context: BuildContext, path: string): Promise<Made> {
  const { files, postcss, tailwindUrl } = context
  const { contentVersion } = files
  const paths = [...files.paths()]
  const sheets = Object.fromEntries(
    paths.filter((one) => one.endsWith('.css')).map((one) => [one, files.text(one) ?? '']),
  )
  const style = await context.compiler.style({
    file: path,
    sheets,
    paths: paths.filter(isImageOrFont),
    tailwind: (await postcss.namesTailwind())
      ? { url: tailwindUrl, sources: scannedSources(files) }
      : null,
  })
  const reads = [path, ...style.reads, ...(postcss.file === null ? [] : [postcss.file])]
  const inputs = new Map(reads.map((read) => [read, files.get(read)]))
  const body: ModuleBody = {
    kind: 'value',
    expression: JSON.stringify(style.exports ?? {}),
    asDefault: false,
  }
  const scanned = style.isScanned ? { scannedVersion: contentVersion } : {}
  return { body, actions: null, css: style.css, inputs, ...scanned }
}

function isImageOrFont(path: string): boolean {
  return isImage(path) || /\.(woff2?|ttf|otf)$/.test(path)
}
