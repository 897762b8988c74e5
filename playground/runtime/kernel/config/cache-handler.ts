// `cacheHandler` of next.config: the learner's own class around what Next keeps of rendered pages. Next would import the
// file from disk, for each request; here it is run as next.config is, once, when a route first asks. It finds Next's own
// class under the name that it has on a server; what else it may import, evaluate-config.ts says.
import type { RouteHandlerModule } from '../requests/run-route.ts'
import { evaluateFile, type ConfigHost, type UserConfig } from './evaluate-config.ts'

type HandlerClass = new (options: object) => object

const NEXTS_OWN = 'next/dist/server/lib/incremental-cache/file-system-cache'

export class CacheHandlers {
  private readonly host: ConfigHost
  private readonly userConfig: () => UserConfig
  private read: { readonly from: UserConfig; readonly handler: Promise<HandlerClass> } | null = null

  constructor(host: ConfigHost, userConfig: () => UserConfig) {
    this.host = host
    this.userConfig = userConfig
  }

  /** Next's config as its routes see it never names the file: what they opened is changed here. */
  attach({ routeModule }: RouteHandlerModule): void {
    const open = routeModule?.getIncrementalCache
    if (!routeModule || !open) return
    routeModule.getIncrementalCache = async (...values) => {
      const cache = await open.apply(routeModule, values)
      const { cacheHandler: path } = this.userConfig()
      const { cacheHandler: own } = cache
      if (typeof path !== 'string' || own === undefined) return cache
      const Handler = await this.load(path, own.constructor)
      // What Next's own was made from, it has kept.
      cache.cacheHandler = new Handler({ ...own, _requestHeaders: cache.requestHeaders })
      return cache
    }
  }

  /** For starters, whose first page must not wait for the compiler. @throws CompileError */
  async compile(): Promise<void> {
    const { cacheHandler: path } = this.userConfig()
    if (typeof path !== 'string') return
    const { files, compiler } = this.host
    const file = fileOf(path)
    await compiler.compile(file, files.text(file) ?? '', 'ssr')
  }

  /** Again whenever next.config was read again. */
  private load(path: string, nextsOwn: unknown): Promise<HandlerClass> {
    const from = this.userConfig()
    if (this.read?.from !== from) {
      const given = { [NEXTS_OWN]: nextsOwn, [`${NEXTS_OWN}.js`]: nextsOwn }
      this.read = { from, handler: evaluateFile(this.host, fileOf(path), given).then(handlerOf) }
    }
    return this.read.handler
  }
}

/** Next takes a path from the folder of its build, or a `file:` address. */
function fileOf(path: string): string {
  return new URL(path, 'file:///.next/').pathname
}

function handlerOf(handler: unknown): HandlerClass {
  if (isClass(handler)) return handler
  throw new Error('The file that cacheHandler names must export a class as its default.')
}

function isClass(value: unknown): value is HandlerClass {
  return typeof value === 'function'
}
