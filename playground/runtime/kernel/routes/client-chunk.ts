// The script with a route's client modules, in the form that webpack's runtime in the page loads. In development each
// module is an eval with its own name, as under `next dev`, so that stacks can be mapped one by one.
import { contentHash } from '../compiler/content-hash.ts'
import type { ModuleId } from '../contract.ts'
import { moduleSource, type AsyncMarks } from '../graph/evaluate.ts'
import type { ModuleNode } from '../graph/module-node.ts'

export interface ChunkOptions {
  readonly isDevelopment: boolean
  readonly marks: AsyncMarks
}

export function chunkName(nodes: readonly ModuleNode[], options: ChunkOptions): string {
  const content = nodes.map((node) => `${node.id} ${clientModuleText(node, options)}`).join('\n')
  return `app-${contentHash(content)}`
}

export function chunkText(
  chunk: string,
  nodes: readonly ModuleNode[],
  options: ChunkOptions,
): string {
  const modules = nodes.map((node) => {
    const text = clientModuleText(node, options)
    return `${JSON.stringify(node.id)}:${options.isDevelopment ? evaluated(node.id, text) : text}`
  })
  return `(self.webpackChunk_N_E=self.webpackChunk_N_E||[]).push([[${JSON.stringify(chunk)}],{\n${modules.join(',\n')}\n}]);`
}

function evaluated(id: ModuleId, text: string): string {
  const named = `(${text})(module,exports,__webpack_require__)\n//# sourceURL=webpack-internal:///${id}`
  return `function(module,exports,__webpack_require__){eval(${JSON.stringify(named)})}`
}

/** `function(module, exports, __webpack_require__){…}` */
export function clientModuleText(node: ModuleNode, options: ChunkOptions): string {
  const { body, tail } = moduleSource(node, options.marks)
  return `${clientHead(node, options)}${body}${tail}\n}`
}

/** All that stands before the module's body on its first line. */
export function clientHead(node: ModuleNode, { isDevelopment, marks }: ChunkOptions): string {
  const refresh = isDevelopment
    ? `var [$RefreshReg$,$RefreshSig$]=__webpack_require__.refresh(${JSON.stringify(node.id)});`
    : ''
  const { head } = moduleSource(node, marks)
  return `function(module,exports,__webpack_require__){${lazyRequire(node)}${refresh}"use strict";${head}`
}

/** Only for modules that use them: `import()`, `require()`, `import.meta`, `process` (which Next polyfills). */
function lazyRequire({ body, ids, file, resource }: ModuleNode): string {
  if (body.kind !== 'script') return ''
  const { code, lazyRequests } = body.linked
  const url = JSON.stringify(`file://${file ?? resource}`)
  const meta =
    (code.includes('__import_meta__') ? `var __import_meta__={url:${url}};` : '') +
    (/\bprocess\b/.test(code) ? 'var process=self.process||{env:{}};' : '')
  if (lazyRequests.length === 0) return meta
  const table = JSON.stringify(
    Object.fromEntries(lazyRequests.map((request) => [request, ids.get(request)])),
  )
  return (
    `${meta}var __lazy_ids__=${table},require=function(r){return __webpack_require__(__lazy_ids__[r])},` +
    `__dynamic_import__=function(r){return Promise.resolve().then(function(){return __webpack_require__.imp(__lazy_ids__[r])})};`
  )
}
