// Compiles a starter ahead of time: boots the kernel in Node, with the compiler in the same process, builds every
// route, and gives back all that was compiled; for production, with what `next build` leaves behind. Bundled and run by
// tools/precompile-starters; never in the browser.
import '../platform/install.ts'
import { Kernel } from '../kernel.ts'
import { linkModule } from '../link/link.ts'
import { exportBuild } from '../production/shipped-build.ts'
import { PROXY_FILES } from '../requests/run-proxy.ts'
import { compileStyle } from '../styles/compile-style.ts'
import { buildAll } from '../updates/apply-changes.ts'
import type { Files } from '../../wire/files.ts'
import { FASTAPI_ORIGIN, type Flavour, type NoOffer } from '../../wire/message.ts'
import { openPort, type Answers } from '../../wire/port.ts'
import { compileModule, mapModule, type Swc } from './compile-module.ts'
import type { CompilerPort } from './compile-client.ts'
import type { CompilerCalls, CompilerOffer } from './offer.ts'
import type { StarterCode } from './starter-code.ts'

/** @public called through a bundle, by tools/precompile-starters */
export { isPrerenderRejection } from '../errors/prerender-rejection.ts'

export interface PrecompileInput {
  readonly flavour: Flavour
  /** `file:` URL of `build/kernel/`. */
  readonly assets: string
  /** Paths below `frontend/`. */
  readonly files: Files
  readonly swc: Uint8Array<ArrayBuffer>
  readText(url: string): Promise<string>
}

/**
 * @public called through a bundle, by tools/precompile-starters
 * @throws when a file of the starter does not compile: a starter is an example, and examples work
 */
export async function precompileStarter(input: PrecompileInput): Promise<StarterCode> {
  // Not a static import: only compilers may carry SWC.
  const swc = await import('@next/swc-wasm-web/wasm.js')
  swc.initSync({ module: input.swc })
  const kernel = new Kernel({
    compilerPort: compilerInProcess(swc),
    brokerPort: () => new MessageChannel().port1, // FastAPI does not run while a site is built.
    fetchAsset: async (url) => new Response(await input.readText(url)),
    update: () => undefined,
    console: () => undefined,
    errors: () => undefined,
    progress: () => undefined,
  })
  await kernel.answers.boot({
    flavour: input.flavour,
    assets: input.assets,
    files: input.files,
    precompiled: null,
    environment: { API_URL: FASTAPI_ORIGIN },
  })
  const { booted } = kernel
  const { app, compiler, files } = booted
  const [fault] = await buildAll(app)
  if (fault !== undefined) throw fault
  // No route leads to it, and a build asks around it; the first request meets it.
  const proxy = PROXY_FILES.filter((path) => files.has(path))
  await app.turns.take(() =>
    app.graph.ensure(proxy.map((resource) => ({ resource, layer: 'rsc' as const }))),
  )
  await booted.settings.cacheHandlers.compile()
  const { match: _code, ...list } = await app.routes()
  return compiler.exportStarter({
    routes: { key: files.listingKey(), value: list },
    build: input.flavour === 'production' ? exportBuild(booted, await kernel.build()) : null,
  })
}

function compilerInProcess(swc: Swc): CompilerPort {
  const answers: Answers<CompilerCalls> = {
    prepare: () => ({ ms: 0 }),
    compile: (request) => compileModule(swc, request),
    link: ({ code, awaitAsYield }) => linkModule(code, { awaitAsYield }),
    style: (request) => compileStyle(request),
    map: (request) => mapModule(swc, request),
    codeFrame: () => null,
  }
  const { port1, port2 } = new MessageChannel()
  openPort<NoOffer, CompilerOffer>(port2, answers)
  return openPort<CompilerOffer, NoOffer>(port1, {})
}
