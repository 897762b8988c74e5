// What the compiler worker does for the kernel worker, over a wire port. Everything here is plain data.
import type { Layer } from '../contract.ts'
import type { LinkedModule } from '../link/linked-module.ts'
import type { Flavour } from '../../wire/message.ts'

/** What the compiled text depends on beside the file itself. */
export interface CompileSettings {
  readonly flavour: Flavour
  readonly cacheComponents: boolean
  /** `NEXT_PUBLIC_…` and next.config's `env`: inlined as Next inlines them. */
  readonly inlinedEnvironment: Readonly<Record<string, string>>
}

export interface CompileRequest {
  /** Absolute in the frontend: `/app/page.tsx`. */
  readonly file: string
  readonly source: string
  readonly layer: Layer
  readonly settings: CompileSettings
}

export interface CompiledModule {
  /** null for a client module seen from the rsc layer: only its export names matter there. */
  readonly linked: LinkedModule | null
  /** Server action id -> exported name. */
  readonly actions: Readonly<Record<string, string>> | null
  /** Export names of a `'use client'` module, in the rsc layer only. */
  readonly clientExports: readonly string[] | null
}

/** The compiler's own text, code frame included. */
export interface CompileFault {
  readonly file: string
  readonly message: string
  /** From 1; null when the compiler did not say where. */
  readonly place: { readonly line: number; readonly column: number } | null
}

export type CompileAnswer<Out> =
  { readonly ok: true; readonly value: Out } | { readonly ok: false; readonly fault: CompileFault }

export interface CompiledStyle {
  readonly css: string
  /** Local class name -> generated names; null for a global stylesheet. */
  readonly exports: Readonly<Record<string, string>> | null
  /** Other files that were read: stylesheets composed or imported. */
  readonly reads: readonly string[]
  /** Tailwind looked for classes in the app's files: an edit of any may change the sheet. */
  readonly isScanned: boolean
}

export interface StyleRequest {
  readonly file: string
  /** Every stylesheet of the frontend, so that `composes` and `@import` find theirs. */
  readonly sheets: Readonly<Record<string, string>>
  /** Paths of the other files: `url()` is rewritten only to what exists. */
  readonly paths: readonly string[]
  /** null in an app whose postcss.config does not name Tailwind. */
  readonly tailwind: TailwindInput | null
}

export interface TailwindInput {
  /** Of the chunk that compiles it. */
  readonly url: string
  /** Text of the files that may name classes. */
  readonly sources: Readonly<Record<string, string>>
}

export interface MapRequest extends CompileRequest {
  /** Text that stands before the module's body on its first line. */
  readonly head: string
}

export interface CompilerCalls {
  /** Loads the SWC wasm; later calls wait for it anyway. */
  prepare(argument: { swc: string }): { ms: number }
  compile(argument: CompileRequest): CompileAnswer<CompiledModule>
  /** ES module text that needs no compiling: what Next's own loaders write. */
  link(argument: { code: string; awaitAsYield: boolean }): LinkedModule
  style(argument: StyleRequest): CompileAnswer<CompiledStyle>
  /** Source map of one module as evaluated, JSON; null when it cannot be compiled any more. */
  map(argument: MapRequest): string | null
  /** Source lines around a place, in Next's own form. */
  codeFrame(argument: { source: string; line: number; column: number }): string | null
}

export interface CompilerOffer {
  readonly calls: CompilerCalls
  readonly events: object
}
