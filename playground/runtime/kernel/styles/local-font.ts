// next/font: SWC turned the call into an import of `next/font/local/target.css?{…}`; Next's own local loader makes
// the CSS. next/font/google fetches at build time, which cannot be here, and says so.
import type { KernelToolchain } from '../contract.ts'
import { contentHash } from '../compiler/content-hash.ts'
import { CompileError } from '../errors/compile-error.ts'
import type { FrontendFiles } from '../files/frontend-files.ts'
import type { ModuleNode } from '../graph/module-node.ts'
import type { Resolver } from '../graph/resolve.ts'
import { fontUrl } from './media-url.ts'

interface FontStyle {
  readonly css: string
  readonly exports: object
  readonly reads: readonly string[]
}

interface FontRequest {
  readonly path: string
  readonly import: string
  readonly variableName: string
  readonly arguments: readonly object[]
}

/** The files of a call that pages announce ahead, below `/_next/`: all, unless it says `preload: false`. */
export function preloadedFonts({
  resource,
  inputs,
}: Pick<ModuleNode, 'resource' | 'inputs'>): string[] {
  if (!resource.startsWith('next/font/local')) return []
  const request: FontRequest = JSON.parse(resource.slice(resource.indexOf('?') + 1))
  const [options] = request.arguments
  if (Object(options).preload === false) return []
  return [...inputs.keys()].map((file) => fontUrl(file).replace('/_next/', ''))
}

export async function compileLocalFont(
  toolchain: KernelToolchain,
  resolver: Resolver,
  files: FrontendFiles,
  resource: string,
): Promise<FontStyle> {
  const request: FontRequest = JSON.parse(resource.slice(resource.indexOf('?') + 1))
  const importer = `/${request.path}`
  if (!resource.startsWith('next/font/local')) {
    const message =
      'next/font/google fetches its files at build time, and there is no network here. Use next/font/local.'
    throw new CompileError({ file: importer, message, place: null })
  }
  const reads: string[] = []
  const made = await toolchain.fontLocalLoader({
    functionName: request.import,
    variableName: request.variableName,
    data: request.arguments,
    isDev: true,
    isServer: true,
    cssFileToHash: '',
    emitFontFile: () => fontUrl(reads.at(-1) ?? ''),
    resolve: async (path: string) => {
      const file = resolver.findFile(path, importer)
      if (file === null)
        throw new CompileError({
          file: importer,
          message: `Font file not found: Can't resolve '${path}'`,
          place: null,
        })
      reads.push(file)
      return file
    },
    loaderContext: { fs: loaderFiles(files) },
  })
  const name = contentHash(resource).slice(0, 6)
  const family = [`'${request.variableName}'`, ...(made.fallbackFonts ?? [])].join(', ')
  const variableRule = made.variable ? `.__variable_${name}{${made.variable}:${family}}` : ''
  return {
    css: `${made.css}.__className_${name}{font-family:${family}}${variableRule}`,
    exports: {
      style: { fontFamily: family },
      className: `__className_${name}`,
      ...(made.variable ? { variable: `__variable_${name}` } : {}),
    },
    reads,
  }
}

/** webpack's `fs.readFile(path, callback)`, all that the loader uses. */
function loaderFiles(files: FrontendFiles) {
  return {
    readFile(path: string, done: (cause: unknown, content?: Uint8Array) => void) {
      const content = files.get(path)
      if (content === undefined) done(new Error(`No such file: ${path}`))
      else done(null, typeof content === 'string' ? new TextEncoder().encode(content) : content)
    },
  }
}
