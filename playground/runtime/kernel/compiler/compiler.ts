// The compiler: Next's SWC (wasm), the linker and the stylesheet plugins. Runs in the compiler worker. It keeps nothing
// between calls and never sees a request of the app. The wasm is loaded on `prepare` or at first need, so that the
// first page of a compiled starter does not wait for it.
import initSwc, * as swcModule from '@next/swc-wasm-web/wasm.js'
import { linkModule } from '../link/link.ts'
import { compileStyle } from '../styles/compile-style.ts'
import { createFailure, FailureError } from '../../wire/failure.ts'
import type { Answers } from '../../wire/port.ts'
import { compileModule, mapModule, type Swc } from './compile-module.ts'
import type { CompilerCalls } from './offer.ts'

let loading: Promise<Swc> | null = null

async function loadSwc(url: string): Promise<Swc> {
  await initSwc({ module_or_path: url })
  return swcModule
}

function swcReady(): Promise<Swc> {
  if (loading) return loading
  throw new FailureError(
    createFailure(
      'compile',
      'not-running',
      'The compiler was asked before it was told where SWC is.',
    ),
  )
}

export const answers: Answers<CompilerCalls> = {
  async prepare({ swc }) {
    const start = performance.now()
    loading ??= loadSwc(swc)
    await loading
    return { ms: performance.now() - start }
  },
  async compile(request) {
    return compileModule(await swcReady(), request)
  },
  link({ code, awaitAsYield }) {
    return linkModule(code, { awaitAsYield })
  },
  style(request) {
    return compileStyle(request)
  },
  async map(request) {
    return mapModule(await swcReady(), request)
  },
  async codeFrame({ source, line, column }) {
    const { codeFrameColumns } = await swcReady()
    const bytes = new TextEncoder().encode(source)
    return codeFrameColumns(bytes, { start: { line, column } }, { forceColor: false })
  },
}
