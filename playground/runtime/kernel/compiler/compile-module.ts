// One file in one layer: SWC, then the linker. Runs in the compiler worker and, for starters, in Node.
import remapping from '@jridgewell/remapping'
import { linkMap, linkModule } from '../link/link.ts'
import type { LinkOptions } from '../link/linked-module.ts'
import { swcOptions } from './compile-options.ts'
import type {
  CompileAnswer,
  CompiledModule,
  CompileFault,
  CompileRequest,
  MapRequest,
} from './offer.ts'

/** The part of @next/swc-wasm-web that is used. */
export interface Swc {
  transformSync(source: string, options: object): unknown
  codeFrameColumns(source: Uint8Array, location: object, options: object): string
}

export function compileModule(swc: Swc, request: CompileRequest): CompileAnswer<CompiledModule> {
  try {
    const { code } = transform(swc, request, false)
    const clientExports = request.layer === 'rsc' ? readClientExports(code) : null
    const linked = clientExports ? null : linkModule(code, linkOptions(request))
    return { ok: true, value: { linked, actions: readActions(code), clientExports } }
  } catch (cause) {
    return { ok: false, fault: toFault(request.file, cause) }
  }
}

/** Source map from the evaluated text to the learner's file, exact to the column; JSON. */
export function mapModule(swc: Swc, request: MapRequest): string | null {
  try {
    const { code, map } = transform(swc, request, true)
    if (map === null) return null
    const linked = linkMap(code, linkOptions(request), request.file, request.head)
    const composed = remapping([linked, map], () => null)
    return JSON.stringify({
      ...composed,
      sources: [`file://${request.file}`],
      sourcesContent: [request.source],
    })
  } catch {
    // The file no longer compiles; a stack from before the edit then stays unmapped.
    return null
  }
}

/** What Next's bundler inlines: its own two, and what settings say (next/dist/build/define-env.js). */
function linkOptions({ layer, settings }: CompileRequest): LinkOptions {
  const isServer = layer !== 'client'
  const environment = {
    NODE_ENV: settings.flavour,
    NEXT_RUNTIME: isServer ? 'nodejs' : '',
    ...settings.inlinedEnvironment,
  }
  return { awaitAsYield: isServer, environment }
}

function transform(
  swc: Swc,
  request: CompileRequest,
  sourceMaps: boolean,
): { code: string; map: string | null } {
  const printed = swc.transformSync(request.source, swcOptions({ ...request, sourceMaps }))
  if (
    typeof printed !== 'object' ||
    printed === null ||
    !('code' in printed) ||
    typeof printed.code !== 'string'
  ) {
    throw new TypeError('SWC gave no code')
  }
  const map = 'map' in printed && typeof printed.map === 'string' ? printed.map : null
  return { code: printed.code, map }
}

/** SWC leaves what it found in a comment, for Next's loaders: `{"<id>":{"name":"add"}}`. */
function readActions(code: string): Record<string, string> | null {
  const match = /\/\* __next_internal_action_entry_do_not_use__ (\{.*?\}) \*\//.exec(code)
  if (!match?.[1]) return null
  const found: unknown = JSON.parse(match[1])
  if (typeof found !== 'object' || found === null) return null
  return Object.fromEntries(Object.entries(found).map(([id, action]) => [id, actionName(action)]))
}

function actionName(action: unknown): string {
  if (typeof action === 'string') return action
  const isRecord = typeof action === 'object' && action !== null && 'name' in action
  return isRecord && typeof action.name === 'string' ? action.name : ''
}

function readClientExports(code: string): string[] | null {
  const match = /\/\* __next_internal_client_entry_do_not_use__ (.*?) (?:auto|cjs) \*\//.exec(code)
  return match ? (match[1] ?? '').split(',').filter((name) => name !== '') : null
}

export function toFault(file: string, cause: unknown): CompileFault {
  const raw = cause instanceof Error ? cause.message : String(cause)
  const message = raw
    .replace(/^\s*! Plugin is not supported[^\n]*\n/, '')
    .replace(/\s*Caused by:\s*0: failed to process js file[\s\S]*$/, '')
    .trim()
  return { file, message, place: markedPlace(message) }
}

/** `,-[/app/page.tsx:6:1]` names the statement; the line of carets below the source line shows the place itself. */
function markedPlace(message: string): CompileFault['place'] {
  const named = /\[[^\]]*?:(\d+):(\d+)\]/.exec(message)
  if (!named) return null
  const lines = message.split('\n')
  const carets = lines.findIndex(
    (line) => /^\s*[:·]\s.*[\^|]|^\s*[:·]\s*[\^─]/.test(line) && line.includes('^'),
  )
  const marked = /^(\s*(\d+) [|│] )/.exec(lines[carets - 1] ?? '')
  if (!marked) return { line: Number(named[1]), column: Number(named[2]) }
  const column = (lines[carets] ?? '').indexOf('^') - (marked[1]?.length ?? 0) + 1
  return { line: Number(marked[2]), column: Math.max(1, column) }
}
