// Compiles a starter ahead of time: boots the kernel in Node, with the compiler in the same process, builds every
// route, and gives back all that was compiled. Bundled and run by tools/precompile-starters; never in the browser.
import '../platform/install.ts'
import { bootKernel } from '../boot.ts'
import { linkModule } from '../link/link.ts'
import { compileStyle } from '../styles/compile-style.ts'
import { buildAll } from '../updates/apply-changes.ts'
import type { Files } from '../../wire/files.ts'
import type { Flavour, NoOffer } from '../../wire/message.ts'
import { openPort, type Answers } from '../../wire/port.ts'
import { compileModule, mapModule, type Swc } from './compile-module.ts'
import type { CompilerPort } from './compile-client.ts'
import type { CompilerCalls, CompilerOffer } from './offer.ts'
import type { StarterCode } from './starter-code.ts'

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
  const { app, compiler, files } = await bootKernel(
    {
      flavour: input.flavour,
      assets: input.assets,
      files: input.files,
      precompiled: null,
      environment: {},
    },
    {
      compilerPort: compilerInProcess(swc),
      fetchAsset: async (url) => new Response(await input.readText(url)),
      progress: () => undefined,
      findSourceMap: () => undefined,
    },
  )
  const [fault] = await buildAll(app)
  if (fault !== undefined) throw fault
  const { match: _code, ...list } = await app.routes()
  return compiler.exportStarter({ key: files.listingKey(), value: list })
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
