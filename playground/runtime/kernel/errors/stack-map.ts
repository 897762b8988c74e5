// Stacks back to the learner's lines. Maps are made when a stack needs them, by compiling the module once more with a
// map; edits never pay for them. Frames of Next's own code stay as they are.
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import type { CodePlace } from '../../wire/learner-error.ts'
import type { CompileClient } from '../compiler/compile-client.ts'
import type { ModuleId } from '../contract.ts'
import type { FrontendFiles } from '../files/frontend-files.ts'
import type { ModuleGraph } from '../graph/module-graph.ts'
import type { ModuleNode } from '../graph/module-node.ts'
import { shownPath } from './shown-path.ts'

interface LoadedMap {
  readonly node: ModuleNode
  readonly payload: object
  readonly trace: TraceMap
}

interface StackMapHost {
  readonly graph: ModuleGraph
  readonly compiler: CompileClient
  readonly files: FrontendFiles
  /** Text before the module's body as it was evaluated, by layer. */
  headOf(node: ModuleNode): string
}

/** `(rsc)/./app/page.tsx` of a frame, its line and column. Queries (`?t=1`) are the page's own. */
const FRAME =
  /(?:webpack-internal:\/\/\/)?(\((?:rsc|ssr|app-pages-browser)\)\/\.\/[^\s:?]*)(?:\?[^\s:]*)?:(\d+):(\d+)/g

/** A map for files that are not the learner's: one that tells Next's tools to hide them. */
const IGNORED = {
  version: 3,
  sources: ['kernel'],
  names: [],
  mappings: 'AAAA',
  ignoreList: [0],
  sourcesContent: [''],
}

export class StackMap {
  private readonly maps = new Map<ModuleId, LoadedMap>()
  private readonly host: StackMapHost

  constructor(host: StackMapHost) {
    this.host = host
  }

  /** Replaces each of the learner's frames by `frontend/app/page.tsx:4:9`, and leaves out those of the kernel. */
  async mapText(text: string): Promise<string> {
    const ids = new Set([...text.matchAll(FRAME)].map((match) => readId(match[1] ?? '')))
    await Promise.all([...ids].map((id) => this.load(id)))
    const mapped = text.replace(
      FRAME,
      (whole: string, id: string, line: string, column: string) => {
        const place = this.placeOf(readId(id), Number(line), Number(column))
        return place ? `${place.file}:${place.line}:${place.column}` : whole
      },
    )
    return withoutKernelFrames(mapped)
  }

  /** First frame of the learner's in a mapped stack. */
  firstPlace(mapped: string): CodePlace | null {
    const match = /(frontend\/[^\s():]+):(\d+):(\d+)/.exec(mapped)
    return match ? { file: match[1] ?? '', line: Number(match[2]), column: Number(match[3]) } : null
  }

  async locate(id: ModuleId, line: number, column: number): Promise<CodePlace | null> {
    await this.load(readId(id))
    return this.placeOf(readId(id), line, column)
  }

  /**
   * node:module's findSourceMap. React and Next ask it for every component they render in development, so nothing is
   * compiled for it: a map that no error has asked for is not there.
   */
  findSourceMap(url: string): object | undefined {
    const id = readId(/webpack-internal:\/\/\/(.*?)(\?.*)?$/.exec(url)?.[1] ?? '')
    return this.host.graph.nodes.has(id) ? this.current(id)?.payload : IGNORED
  }

  private placeOf(id: ModuleId, line: number, column: number): CodePlace | null {
    const loaded = this.current(id)
    if (!loaded || loaded.node.file === null) return null
    const found = originalPositionFor(loaded.trace, { line, column: Math.max(0, column - 1) })
    if (found.line === null) return null
    return { file: shownPath(loaded.node.file), line: found.line, column: found.column + 1 }
  }

  private current(id: ModuleId): LoadedMap | null {
    const loaded = this.maps.get(id)
    return loaded && loaded.node === this.host.graph.nodes.get(id) ? loaded : null
  }

  private async load(id: ModuleId): Promise<void> {
    const node = this.host.graph.nodes.get(id)
    if (!node || this.current(id) || node.file === null || node.body.kind !== 'script') return
    const source = this.host.files.text(node.file)
    if (source === undefined || !/\.[mc]?[jt]sx?$/.test(node.file)) return
    const json = await this.host.compiler.map(node.file, source, node.layer, this.host.headOf(node))
    if (json === null) return
    const payload: object = { ...JSON.parse(json), ignoreList: [] }
    this.maps.set(id, { node, payload, trace: new TraceMap(json) })
  }
}

/** Frames of the kernel's own files, and those that lowering async functions adds, tell a learner nothing. */
function withoutKernelFrames(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s+at .*(\/__host__\/|Generator\.(next|throw) \(<anonymous>)/.test(line))
    .map((line) => line.replace(/^(\s+at )eval \((frontend\/[^\s]+)\)$/, '$1$2'))
    .join('\n')
}

/** V8 prints the brackets of `[id]` percent-encoded. */
function readId(printed: string): ModuleId {
  try {
    return decodeURI(printed).replaceAll('%5B', '[').replaceAll('%5D', ']')
  } catch {
    // A lone percent sign: it stands for itself.
    return printed
  }
}
