// Requests of Next's client router: the data of a page without its document.
import type { HeaderPairs } from '../../playground/runtime/wire/headers.ts'
import { step, type Step } from './exchange.ts'

/** The router's state as it sends it: `[segment, { children: … }]`. */
export type RouterTree = readonly unknown[]

function routerHeaders(tree: RouterTree, more: HeaderPairs = []): HeaderPairs {
  return [
    ['accept', '*/*'],
    ['rsc', '1'],
    ['next-router-state-tree', encodeURIComponent(JSON.stringify(tree))],
    ...more,
  ]
}

/** A navigation from the state `tree` to `path`. */
export function dataRequest(name: string, path: string, tree: RouterTree): Step {
  return step(name, { host: 'frontend', path, headers: routerHeaders(tree) })
}

export function prefetchRequest(name: string, path: string, tree: RouterTree): Step {
  const headers = routerHeaders(tree, [['next-router-prefetch', '1']])
  return step(name, { host: 'frontend', path, headers })
}
