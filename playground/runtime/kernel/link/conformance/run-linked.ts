// Runs a conformance case through the linker, on the same module table that the kernel uses.
import { createWebpackRequire } from '../../webpack/require.ts'
import { linkModule } from '../link.ts'
import { moduleText } from '../module-text.ts'
import type { LinkedModule } from '../linked-module.ts'
import type { ModuleFunction } from '../../contract.ts'

type Modules = Readonly<Record<string, string>>

export async function runLinked(modules: Modules, awaitAsYield: boolean): Promise<unknown> {
  const linked = new Map(
    Object.entries(modules).map(([name, code]) => [name, linkModule(code, { awaitAsYield })]),
  )
  const asyncNames = spreadAsync(linked)
  const table: Record<string, ModuleFunction> = {}
  for (const [name, one] of linked) {
    const { head, tail } = moduleText(one, { idOf: resolve, isAsync: asyncNames.has(name) })
    const evaluate = globalThis.eval
    const body: (...values: unknown[]) => void = evaluate(
      `(function(module,exports,__webpack_require__,__dynamic_import__,__import_meta__){"use strict";${head}${one.code}${tail}\n})`,
    )
    table[name] = (module, exports, webpack) => {
      const dynamicImport = (request: string) =>
        Promise.resolve().then(() => webpack.imp(resolve(request)))
      body(module, exports, webpack, dynamicImport, { url: `file:///${name}` })
    }
  }
  const exports: unknown = await createWebpackRequire(table).imp('main.mjs')
  return typeof exports === 'object' && exports !== null && 'result' in exports
    ? exports.result
    : undefined
}

function resolve(request: string): string {
  return request.replace(/^\.\//, '')
}

function spreadAsync(linked: ReadonlyMap<string, LinkedModule>): Set<string> {
  const found = new Set<string>()
  let grew = true
  while (grew) {
    grew = false
    for (const [name, { topLevelAwait, requests }] of linked) {
      const isAsync =
        topLevelAwait !== 'none' || requests.some((request) => found.has(resolve(request)))
      if (!isAsync || found.has(name)) continue
      found.add(name)
      grew = true
    }
  }
  return found
}
