// Requests of Next's client router: the data of a page without its document.
import type { HeaderPairs } from '../../playground/runtime/wire/headers.ts'
import { step, type Answer, type Ask, type Side, type Step } from './exchange.ts'

/** The router's state as it sends it: `[segment, { children: … }]`. */
export type SegmentTree = readonly unknown[]

function dataHeaders(tree: SegmentTree, more: HeaderPairs = []): HeaderPairs {
  return [
    ['accept', '*/*'],
    ['rsc', '1'],
    ['next-router-state-tree', encodeURIComponent(JSON.stringify(tree))],
    ...more,
  ]
}

/** A navigation from the state `tree` to `path`. */
export function dataRequest(name: string, path: string, tree: SegmentTree): Step {
  const ask: Ask = { host: 'frontend', path, headers: dataHeaders(tree) }
  return { name, run: (side) => askWithMark(side, ask) }
}

export function prefetchRequest(name: string, path: string, tree: SegmentTree): Step {
  const headers = dataHeaders(tree, [['next-router-prefetch', '1']])
  return { name, run: (side) => askWithMark(side, { host: 'frontend', path, headers }) }
}

/** What a router asks for before a link is followed, with `cacheComponents`: one part of a page's shell. */
export function segmentRequest(name: string, path: string, segment: string): Step {
  const headers: HeaderPairs = [
    ['accept', '*/*'],
    ['rsc', '1'],
    ['next-router-prefetch', '1'],
    ['next-router-segment-prefetch', segment],
  ]
  return { name, run: (side) => askWithMark(side, { host: 'frontend', path, headers }) }
}

/** What a router gets that leaves the mark out. */
export function unmarkedDataRequest(name: string, path: string, tree: SegmentTree): Step {
  return step(name, { host: 'frontend', path, headers: dataHeaders(tree) })
}

/** The router marks its addresses with a hash of these headers; a server that misses the mark answers where it is. */
async function askWithMark(side: Side, ask: Ask): Promise<Answer> {
  const unmarked = await side.ask(ask)
  const location = unmarked.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
  return location?.includes('_rsc') ? side.ask({ ...ask, path: location }) : unmarked
}
