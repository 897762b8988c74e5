// Puts a module of the learner's into webpack's table: its text is evaluated when it is first required, by indirect
// eval (no lines added) under the name that Next's own tools know: `webpack-internal:///(rsc)/./app/page.tsx`.
import type { KernelServer, ModuleFunction, ModuleId } from '../contract.ts'
import { moduleText } from '../link/module-text.ts'
import type { ModuleNode } from './module-node.ts'

/** All that stands before a module's body on its first line; source maps start behind it. */
const WRAPPER =
  '(function(module,exports,__webpack_require__,__dynamic_import__,__import_meta__,require){"use strict";'

export interface AsyncMarks {
  readonly asyncIds: ReadonlySet<ModuleId>
}

export interface EvaluationHost {
  readonly server: KernelServer
  /** Id of `react-server-dom-webpack/server` in the rsc layer. */
  readonly flightId: ModuleId
  readonly marks: AsyncMarks
}

export interface ModuleSource {
  readonly head: string
  readonly body: string
  readonly tail: string
}

export function moduleSource(node: ModuleNode, marks: AsyncMarks): ModuleSource {
  const { body } = node
  if (body.kind === 'value') {
    const exported = body.asDefault
      ? `__webpack_require__.r(exports);module.exports.default=(${body.expression});`
      : `module.exports=(${body.expression});`
    return { head: '', body: exported, tail: '' }
  }
  if (body.kind === 'client-reference') return { head: '', body: '', tail: '' }
  const { head, tail } = moduleText(body.linked, {
    idOf: (request) => node.ids.get(request) ?? request,
    isAsync: marks.asyncIds.has(node.id),
  })
  return { head, body: body.linked.code, tail }
}

/** The text before the body on the server layers. */
export function serverHead(node: ModuleNode, marks: AsyncMarks): string {
  return WRAPPER + moduleSource(node, marks).head
}

export function defineModule({ server, flightId, marks }: EvaluationHost, node: ModuleNode): void {
  const { webpack } = server
  delete webpack.c[node.id]
  webpack.m[node.id] =
    node.body.kind === 'client-reference'
      ? clientReferenceModule(node, node.body.names, flightId)
      : scriptModule(node, marks)
}

/** WRAPPER's parameters, which webpack and Node between them decide. */
// oxlint-disable-next-line max-params
type Evaluated = (
  this: undefined,
  module: object,
  exports: object,
  require: unknown,
  dynamicImport: (request: string) => Promise<unknown>,
  meta: { url: string },
  commonRequire: (request: string) => unknown,
) => void

function scriptModule(node: ModuleNode, marks: AsyncMarks): ModuleFunction {
  return (module, exports, webpack) => {
    const { head, body, tail } = moduleSource(node, marks)
    const evaluate = globalThis.eval
    const run: Evaluated = evaluate(
      `${WRAPPER}${head}${body}${tail}\n})\n//# sourceURL=webpack-internal:///${node.id}`,
    )
    const idOf = (request: string) => {
      const id = node.ids.get(request)
      if (id !== undefined) return id
      throw Object.assign(new Error(`Cannot find module '${request}'`), {
        code: 'MODULE_NOT_FOUND',
      })
    }
    const dynamicImport = (request: string) =>
      Promise.resolve().then(() => webpack.imp(idOf(request)))
    const meta = { url: `file://${node.file ?? node.resource}` }
    run.call(undefined, module, exports, webpack, dynamicImport, meta, (request) =>
      webpack(idOf(request)),
    )
  }
}

/** What a server component gets of a `'use client'` module: references, by React's own function. */
function clientReferenceModule(
  node: ModuleNode,
  names: readonly string[],
  flightId: ModuleId,
): ModuleFunction {
  return (_module, exports, webpack) => {
    const flight = webpack(flightId)
    if (!hasRegister(flight)) throw new Error('The kernel lacks registerClientReference')
    webpack.r(exports)
    for (const name of names) {
      const reference = flight.registerClientReference(
        () => {
          throw new Error(callOnServerText(name, node.resource))
        },
        node.resource,
        name,
      )
      webpack.d(exports, { [name]: () => reference })
    }
  }
}

interface Flight {
  registerClientReference(stub: () => never, id: string, name: string): unknown
}

function hasRegister(value: unknown): value is Flight {
  return typeof value === 'object' && value !== null && 'registerClientReference' in value
}

/** The sentence that Next's flight loader generates. */
function callOnServerText(name: string, resource: string): string {
  const [what, it] =
    name === 'default'
      ? [`the default export of ${JSON.stringify(resource)}`, "it's"]
      : [`${name}()`, `${name} is`]
  return `Attempted to call ${what} from the server but ${it} on the client. It's not possible to invoke a client function from the server, it can only be rendered as a Component or passed to props of a Client Component.`
}
