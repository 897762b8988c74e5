// What a module of the learner's app is called. A resource is a path, a path with a query (Next's loaders ask for
// `/app/icon.png?__next_metadata__`), or a loader request (`next-metadata-route-loader?filePath=…!/app/sitemap.ts`).
// Layer and resource make the module id, with webpack's names.
import { LAYER_PREFIX, type Layer, type ModuleId } from '../contract.ts'

export type Resource = string

export interface LoaderRequest {
  readonly loader: string
  readonly options: Readonly<Record<string, string | string[]>>
  readonly file: string | null
  readonly query: string
}

export function moduleId(resource: Resource, layer: Layer): ModuleId {
  const path = isLoaderRequest(resource) ? `/__loader/${resource}` : resource
  return `${LAYER_PREFIX[layer]}/.${path}`
}

export function isLoaderRequest(resource: Resource): boolean {
  return resource.includes('!')
}

const PACKAGES = '/node_modules/'

/** A package that was bundled ahead: `/node_modules/swr/mutation`. */
export function packageResource(specifier: string): Resource {
  return PACKAGES + specifier
}

export function packageOf(resource: Resource): string | null {
  return resource.startsWith(PACKAGES) ? resource.slice(PACKAGES.length) : null
}

/** The learner's file behind a resource; null when there is none (a generated route). */
export function fileOf(resource: Resource): string | null {
  if (isLoaderRequest(resource)) return parseLoaderRequest(resource)?.file ?? null
  return resource.split('?')[0] ?? null
}

export function parseLoaderRequest(resource: Resource): LoaderRequest | null {
  const match = /^([\w-]+)\?([\s\S]*)!(\/[^?]*)?(\?[\s\S]*)?$/.exec(resource)
  if (!match) return null
  const [, loader = '', search = '', file, query = ''] = match
  const options: Record<string, string | string[]> = {}
  for (const [key, value] of new URLSearchParams(search)) {
    const before = options[key]
    options[key] =
      before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return { loader, options, file: file ?? null, query }
}
