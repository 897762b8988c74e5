// Import specifier -> a file of the learner's, a module of Next's table, or a package that was bundled ahead. `@/` follows
// tsconfig's default paths; any other package fails with Next's own sentence.
import {
  LAYER_PREFIX,
  type KernelMeta,
  type Layer,
  type ModuleId,
  type WebpackRequire,
} from '../contract.ts'
import { isLoaderRequest, moduleId, packageOf, packageResource, type Resource } from './resource.ts'

export interface Resolved {
  readonly id: ModuleId
  /** null for a module of Next's table. */
  readonly resource: Resource | null
}

/** Next's own text for an import that leads nowhere; the importer is the place to show. */
export class MissingModule extends Error {
  readonly specifier: string
  readonly importer: string
  constructor(specifier: string, importer: string) {
    super(`Module not found: Can't resolve '${specifier}'`)
    this.name = 'ModuleNotFoundError'
    this.specifier = specifier
    this.importer = importer
  }
}

const ENDINGS = [
  '',
  '.tsx',
  '.ts',
  '.jsx',
  '.js',
  '.mjs',
  '.json',
  '/index.tsx',
  '/index.ts',
  '/index.jsx',
  '/index.js',
] as const

interface ResolverInput {
  readonly meta: KernelMeta
  readonly webpack: WebpackRequire
  hasFile(path: string): boolean
  /** Path aliases of tsconfig/jsconfig: `@/*` -> `/*`. Longest prefix first. */
  aliases(): readonly (readonly [prefix: string, targets: readonly string[]])[]
}

export class Resolver {
  private readonly tableIds = new Map<string, ModuleId | null>()
  private readonly clientModules: ReadonlySet<string>
  private readonly input: ResolverInput

  constructor(input: ResolverInput) {
    this.input = input
    this.clientModules = new Set(input.meta.clientModules)
  }

  /** @throws MissingModule */
  resolve(specifier: string, importer: string, layer: Layer): Resolved {
    if (isLoaderRequest(specifier)) return { id: moduleId(specifier, layer), resource: specifier }
    if (isFontRequest(specifier)) return { id: moduleId(specifier, layer), resource: specifier }
    // What several packages share: a chunk beside theirs.
    const shared =
      packageOf(importer) === null ? null : /^\.\/(chunk-\w+)\.js$/.exec(specifier)?.[1]
    if (shared) return this.inPackages(shared, layer)
    const [path = '', query] = splitQuery(specifier)
    const file = this.findFile(path, importer)
    if (file !== null) {
      const resource = query === undefined ? file : `${file}?${query}`
      return { id: moduleId(resource, layer), resource }
    }
    const id = this.findInTable(path, layer)
    if (id === null && this.input.meta.packages.includes(path)) return this.inPackages(path, layer)
    if (id === null) throw new MissingModule(specifier, importer)
    return { id, resource: null }
  }

  private inPackages(name: string, layer: Layer): Resolved {
    const resource = packageResource(name)
    return { id: moduleId(resource, layer), resource }
  }

  /** null when the specifier does not name a file of the learner's. */
  findFile(specifier: string, importer: string): string | null {
    for (const candidate of this.candidates(specifier, importer)) {
      for (const ending of ENDINGS)
        if (this.input.hasFile(candidate + ending)) return candidate + ending
      const typescript = candidate.replace(/\.(m?)js(x?)$/, '.$1ts$2')
      if (typescript !== candidate && this.input.hasFile(typescript)) return typescript
    }
    return null
  }

  private candidates(specifier: string, importer: string): string[] {
    if (/^\.{1,2}(\/|$)/.test(specifier)) {
      return [
        decodeURIComponent(new URL(specifier, `file://${importer}`).pathname).replace(
          /(.)\/$/,
          '$1',
        ),
      ]
    }
    if (specifier.startsWith('/')) return [specifier]
    for (const [prefix, targets] of this.input.aliases()) {
      if (specifier.startsWith(prefix))
        return targets.map((target) => target + specifier.slice(prefix.length))
    }
    return []
  }

  private findInTable(specifier: string, layer: Layer): ModuleId | null {
    const key = `${layer} ${specifier}`
    const known = this.tableIds.get(key)
    if (known !== undefined) return known
    const found = this.searchTable(specifier, layer)
    this.tableIds.set(key, found)
    return found
  }

  private searchTable(specifier: string, layer: Layer): ModuleId | null {
    const named = this.input.meta.specifiers[layer][specifier]
    if (named !== undefined) return named
    const isOurs = specifier.startsWith('@swc/helpers/')
    const isNexts = specifier.startsWith('next/') || specifier.startsWith('private-')
    if (!isOurs && !isNexts) return null
    const ids = isOurs ? [specifier] : tableIds(specifier, layer)
    return ids.find((id) => this.isInTable(id, layer)) ?? null
  }

  private isInTable(id: ModuleId, layer: Layer): boolean {
    if (layer !== 'client') return id in this.input.webpack.m
    const short = id.startsWith(LAYER_PREFIX.client) ? id.slice(LAYER_PREFIX.client.length) : id
    return (
      id.startsWith('@swc/helpers/') || this.clientModules.has(short) || this.clientModules.has(id)
    )
  }
}

/** `next/font/local/target.css?{…}`: its query is JSON and belongs to the name. */
function isFontRequest(specifier: string): boolean {
  return /^next\/font\/\w+\/target\.css\?/.test(specifier)
}

function splitQuery(specifier: string): string[] {
  const at = specifier.indexOf('?')
  return at < 0 ? [specifier] : [specifier.slice(0, at), specifier.slice(at + 1)]
}

function tableIds(specifier: string, layer: Layer): ModuleId[] {
  const bare = specifier.replace(/\.js$/, '')
  const base = `${LAYER_PREFIX[layer]}/./node_modules/${bare}`
  const esm = bare.startsWith('next/dist/')
    ? `${LAYER_PREFIX[layer]}/./node_modules/next/dist/esm/${bare.slice('next/dist/'.length)}`
    : base
  return [`${base}.js`, `${base}/index.js`, `${esm}.js`, `${esm}/index.js`, `${bare}.js`, bare]
}
