// One module of the learner's app in one layer, as data. Built by build-node.ts, kept by module-graph.ts,
// evaluated by evaluate.ts.
import type { FileContent } from '../../wire/files.ts'
import type { Layer, ModuleId } from '../contract.ts'
import type { LinkedModule } from '../link/linked-module.ts'
import type { Resource } from './resource.ts'

export type ModuleBody =
  | { readonly kind: 'script'; readonly linked: LinkedModule }
  /** A JavaScript expression: class names, JSON, what an image import gives. */
  | { readonly kind: 'value'; readonly expression: string; readonly asDefault: boolean }
  /** A `'use client'` module seen from a server component. */
  | { readonly kind: 'client-reference'; readonly names: readonly string[] }

export interface ModuleNode {
  readonly id: ModuleId
  readonly resource: Resource
  readonly layer: Layer
  readonly file: string | null
  readonly body: ModuleBody
  /** Request -> module id, static and lazy ones. */
  readonly ids: ReadonlyMap<string, ModuleId>
  /** The learner's modules that it imports, static first, in order. */
  readonly dependencies: readonly Resource[]
  readonly actions: Readonly<Record<string, string>> | null
  readonly css: string | null
  /** What it was made from: path -> content then. A node whose inputs changed is built anew. */
  readonly inputs: ReadonlyMap<string, FileContent | undefined>
  /** Listing of files at the time: imports may lead elsewhere after it changed. */
  readonly listingVersion: number
  /** Content of files at the time, for a sheet that Tailwind made of all of them. */
  readonly scannedVersion?: number
}
