import { expect, test } from 'vitest'
import { linkModule } from '../link/link.ts'
import type { CompileClient } from '../compiler/compile-client.ts'
import { FrontendFiles } from '../files/frontend-files.ts'
import type { RouteHandlerModule } from '../requests/run-route.ts'
import { CacheHandlers } from './cache-handler.ts'
import { evaluateConfig, type UserConfig } from './evaluate-config.ts'

const HANDLER = `import imported from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
const Own = imported.default ?? imported
export default class Handler extends Own {
  constructor(options) { super(options); this.isForm = options._requestHeaders.form === '1' }
  get(...question) { return this.isForm ? null : super.get(...question) }
}`

/** Stands for Next's own. */
class Kept {
  place: unknown
  constructor(options: { place?: unknown }) {
    this.place = options.place
  }
  get(key: string): string {
    return `${key} in ${String(this.place)}`
  }
}

function hostOf(files: Record<string, string>) {
  const given = new FrontendFiles()
  given.apply(files)
  const compile = async (_file: string, source: string) => ({
    linked: linkModule(source, { awaitAsYield: false }),
  })
  // Only `compile` is used, and plain JavaScript needs no SWC.
  const compiler = { compile } as unknown as CompileClient
  return { files: given, compiler, findFile: () => null }
}

/** What a route finds in its cache, asked with these headers. */
async function ask(files: Record<string, string>, headers: object): Promise<unknown> {
  const host = hostOf(files)
  const config: UserConfig = await evaluateConfig(host, 'phase-production-server')
  const routeModule: NonNullable<RouteHandlerModule['routeModule']> = {
    getIncrementalCache: async () => ({
      cacheHandler: new Kept({ place: '.next' }),
      requestHeaders: headers,
    }),
  }
  const handlers = new CacheHandlers(host, () => config)
  handlers.attach({ routeModule, handler: () => Promise.resolve() })
  const { cacheHandler } = (await routeModule.getIncrementalCache?.()) ?? {}
  return cacheHandler instanceof Kept ? cacheHandler.get('/notes') : 'no cache'
}

const named = `export default { cacheHandler: new URL('./lib/handler.mjs', import.meta.url).href }`
const app = { 'next.config.mjs': named, 'lib/handler.mjs': HANDLER }

test('without cacheHandler, Next’s own stays', async () => {
  expect(await ask({ 'next.config.mjs': 'export default {}' }, { form: '1' })).toBe(
    '/notes in .next',
  )
})

test('a class of the app’s stands around it, made for each request from what Next’s own was made from', async () => {
  expect(await ask(app, {})).toBe('/notes in .next')
  expect(await ask(app, { form: '1' })).toBeNull()
})

test('a path is one from the folder of the build, as Next has it', async () => {
  const byPath = {
    ...app,
    'next.config.mjs': `export default { cacheHandler: '../lib/handler.mjs' }`,
  }
  expect(await ask(byPath, { form: '1' })).toBeNull()
})

test('a file without a class says so', async () => {
  const empty = { ...app, 'lib/handler.mjs': 'export const a = 1' }
  await expect(ask(empty, {})).rejects.toThrow('must export a class as its default')
})
