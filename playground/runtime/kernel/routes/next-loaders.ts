// Runs Next's own webpack loaders outside webpack: a loader context with what they use of it. Their output is ES
// module text, linked afterwards like any other.
import type { KernelToolchain, LoaderContext } from '../contract.ts'
import type { CompileClient } from '../compiler/compile-client.ts'
import type { FrontendFiles } from '../files/frontend-files.ts'
import { parseLoaderRequest } from '../graph/resource.ts'

interface LoaderHost {
  readonly files: FrontendFiles
  readonly compiler: CompileClient
}

/** `next-metadata-image-loader?…!/app/icon.png` and `next-metadata-route-loader?…!/app/sitemap.ts`. */
export async function runNextLoader(
  host: LoaderHost,
  toolchain: KernelToolchain,
  resource: string,
): Promise<string> {
  const request = parseLoaderRequest(resource)
  const loaders: Readonly<Record<string, KernelToolchain['metadataImageLoader']>> = {
    'next-metadata-image-loader': toolchain.metadataImageLoader,
    'next-metadata-route-loader': toolchain.metadataRouteLoader,
  }
  const loader = loaders[request?.loader ?? '']
  if (!request || !loader) throw new Error(`No loader for ${resource}`)
  const { file } = request
  const options = { ...request.options }
  if (typeof options['pageExtensions'] === 'string')
    options['pageExtensions'] = [options['pageExtensions']]
  const content = file === null ? undefined : host.files.get(file)
  return loader.call(loaderContext(host, options, file ?? undefined), toBuffer(content))
}

/** Next's app loader: the tree of a route, as ES module text. */
export async function runAppLoader(
  host: LoaderHost,
  toolchain: KernelToolchain,
  options: object,
): Promise<string> {
  return String(await toolchain.appLoader.call(loaderContext(host, options, '/app'), ''))
}

declare const Buffer: { from(content: string | Uint8Array): Uint8Array }

/** The loaders call Buffer's own toString(encoding); the platform puts Buffer on the global object. */
function toBuffer(content: string | Uint8Array | undefined): Uint8Array {
  return Buffer.from(content ?? '')
}

function loaderContext(host: LoaderHost, options: object, file: string | undefined): LoaderContext {
  return {
    getOptions: () => options,
    resourcePath: file,
    resource: file,
    rootContext: '/',
    context: '/',
    _module: { buildInfo: {} },
    _compilation: undefined,
    addContextDependency() {},
    addMissingDependency() {},
    addDependency() {},
    loadModule(path, done) {
      listExports(host, path).then(
        (dependencies) => done(null, '', null, { dependencies }),
        (cause: unknown) => done(cause),
      )
    },
  }
}

class HarmonyExportSpecifierDependency {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}
// The loaders look at constructor.name, which minifying would change.
Object.defineProperty(HarmonyExportSpecifierDependency, 'name', {
  value: 'HarmonyExportSpecifierDependency',
})

async function listExports(
  { files, compiler }: LoaderHost,
  path: string,
): Promise<HarmonyExportSpecifierDependency[]> {
  const { linked } = await compiler.compile(path, files.text(path) ?? '', 'rsc')
  return (linked?.exports ?? []).map(([name]) => new HarmonyExportSpecifierDependency(name))
}
