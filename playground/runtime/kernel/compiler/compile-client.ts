// The kernel's side of the compiler: asks the compiler worker, remembers answers by content, and takes compiled
// starters first. Nothing is compiled twice for one content; source maps are never asked for ahead.
import type { Layer } from '../contract.ts'
import type { LinkedModule } from '../link/linked-module.ts'
import type { NoOffer } from '../../wire/message.ts'
import type { Port } from '../../wire/port.ts'
import type { RouteList } from '../routes/route-table.ts'
import { CompileError } from '../errors/compile-error.ts'
import type { ShippedBuild } from '../production/shipped-build.ts'
import { contentHash } from './content-hash.ts'
import type {
  CompileAnswer,
  CompiledModule,
  CompiledStyle,
  CompilerOffer,
  CompileSettings,
  StyleRequest,
} from './offer.ts'
import { NO_STARTER, type Keyed, type StarterCode } from './starter-code.ts'

/** SWC's wasm may have to be fetched first: 4 MB over a slow line. */
const WAIT = { deadline: 60_000, stage: 'next' } as const

interface Remembered<Out> {
  readonly key: string
  readonly value: Promise<Out>
}

/** The part of the port that is used: in the build there is no worker behind it. */
export type CompilerPort = Pick<Port<CompilerOffer, NoOffer>, 'call'>

export class CompileClient {
  starter: StarterCode = NO_STARTER
  /** How many files went through SWC since boot: "only what changed is compiled" is tested by this. */
  compiledCount = 0
  private settings: CompileSettings
  private settingsHash: string
  private readonly port: CompilerPort
  private readonly swcUrl: string
  private readonly modules = new Map<string, Remembered<CompiledModule>>()
  private readonly generatedModules = new Map<string, Remembered<LinkedModule>>()
  private readonly styles = new Map<string, Remembered<CompiledStyle>>()
  private prepared: Promise<{ ms: number }> | null = null

  constructor(port: CompilerPort, swcUrl: string, settings: CompileSettings) {
    this.port = port
    this.swcUrl = swcUrl
    this.settings = settings
    this.settingsHash = settingsKey(settings)
  }

  /** @returns true when everything must be compiled anew */
  setSettings(settings: CompileSettings): boolean {
    const hash = settingsKey(settings)
    const differs = hash !== this.settingsHash
    this.settings = settings
    this.settingsHash = hash
    return differs
  }

  /** Loads SWC; called at the first need, or once the first page is out. */
  prepare(): Promise<{ ms: number }> {
    this.prepared ??= this.port.call('prepare', { swc: this.swcUrl }, WAIT)
    return this.prepared
  }

  /** @throws CompileError */
  compile(file: string, source: string, layer: Layer): Promise<CompiledModule> {
    const name = `${layer} ${file}`
    const key = `${this.settingsHash} ${contentHash(source)}`
    return remember(this.modules, name, key, async () => {
      const shipped = this.starter.modules[name]
      if (shipped?.key === key) return shipped.value
      await this.prepare()
      this.compiledCount += 1
      const { settings } = this
      return unwrap(await this.port.call('compile', { file, source, layer, settings }, WAIT))
    })
  }

  /** Links what Next's loaders wrote. `name` and `madeFrom` say when it may be reused. */
  generated(name: string, madeFrom: string, write: () => Promise<string>): Promise<LinkedModule> {
    const key = contentHash(madeFrom)
    return remember(this.generatedModules, name, key, async () => {
      const shipped = this.shipped().generated[name]
      if (shipped?.key === key) return shipped.value
      return this.port.call('link', { code: await write(), awaitAsYield: true }, WAIT)
    })
  }

  /** The starter's route list, when it is of these files. */
  shippedRoutes(listingKey: string): RouteList | null {
    const { routes } = this.starter
    return routes?.key === listingKey ? routes.value : null
  }

  /** The starter's build, when it is of these files. `makeKey` is only asked when there is one. */
  shippedBuild(makeKey: () => string): ShippedBuild | null {
    const { build } = this.shipped()
    return build !== null && build.key === makeKey() ? build.value : null
  }

  /** @throws CompileError */
  style(request: StyleRequest): Promise<CompiledStyle> {
    const { sheets, paths, tailwind } = request
    // Not Tailwind's address: it is another where starters are compiled.
    const key = contentHash(JSON.stringify([sheets, paths, tailwind && tailwind.sources]))
    return remember(this.styles, request.file, key, async () => {
      const shipped = this.shipped().styles[request.file]
      if (shipped?.key === key) return shipped.value
      return unwrap(await this.port.call('style', request, WAIT))
    })
  }

  /** Source map of a module as evaluated, JSON; null when the file no longer compiles. */
  async map(file: string, source: string, layer: Layer, head: string): Promise<string | null> {
    await this.prepare()
    const { settings } = this
    return this.port.call('map', { file, source, layer, settings, head }, WAIT)
  }

  async codeFrame(source: string, line: number, column: number): Promise<string | null> {
    await this.prepare()
    return this.port.call('codeFrame', { source, line, column }, WAIT)
  }

  private shipped(): StarterCode {
    return this.starter.settingsKey === this.settingsHash ? this.starter : NO_STARTER
  }

  /** All that was made so far, to be shipped with a starter. Only for the build: it must all have succeeded. */
  async exportStarter({
    routes,
    build,
  }: Pick<StarterCode, 'routes' | 'build'>): Promise<StarterCode> {
    return {
      settingsKey: this.settingsHash,
      modules: await settled(this.modules),
      styles: await settled(this.styles),
      generated: await settled(this.generatedModules),
      routes,
      build,
    }
  }
}

async function settled<Out>(
  memory: ReadonlyMap<string, Remembered<Out>>,
): Promise<Record<string, Keyed<Out>>> {
  const pairs = [...memory].map(
    async ([name, { key, value }]) => [name, { key, value: await value }] as const,
  )
  return Object.fromEntries(await Promise.all(pairs))
}

function remember<Out>(
  memory: Map<string, Remembered<Out>>,
  name: string,
  key: string,
  make: () => Promise<Out>,
): Promise<Out> {
  const known = memory.get(name)
  if (known?.key === key) return known.value
  const value = make()
  memory.set(name, { key, value })
  value.catch((cause: unknown) => {
    // A file that does not compile is remembered; a compiler that did not answer is not.
    if (!(cause instanceof CompileError)) memory.delete(name)
  })
  return value
}

export function settingsKey(settings: CompileSettings): string {
  return contentHash(JSON.stringify(settings))
}

function unwrap<Out>(answer: CompileAnswer<Out>): Out {
  if (answer.ok) return answer.value
  throw new CompileError(answer.fault)
}
