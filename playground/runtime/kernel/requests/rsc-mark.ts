// The mark that Next's client router puts on its requests: `_rsc` with a hash of the headers that change the answer. A
// request without the right mark is sent to the address that has it (base-server.js), so that no cache in between can mix
// answers up. There is none here; who writes such requests should see what Next does.
import { getHeader, type HeaderPairs } from '../../wire/headers.ts'
import type { KernelServer } from '../contract.ts'

const MODULE =
  '(rsc)/./node_modules/next/dist/shared/lib/router/utils/cache-busting-search-param.js'
const MARK = '_rsc'

type HeaderValue = string | undefined

interface Hashing {
  computeCacheBustingSearchParam(...headers: readonly HeaderValue[]): Promise<string>
  computeLegacyCacheBustingSearchParam(...headers: readonly HeaderValue[]): string
}

/** @returns the address to go to, or null when the request is marked as it should be */
export async function missingMark(
  { webpack }: KernelServer,
  headers: HeaderPairs,
  url: URL,
): Promise<string | null> {
  if (getHeader(headers, 'rsc') !== '1' || !(MODULE in webpack.m)) return null
  const hashing = toHashing(webpack(MODULE))
  const read = (name: string): HeaderValue => getHeader(headers, name) ?? undefined
  const prefetch = read('next-router-prefetch')
  const known = prefetch !== undefined && /^[123]$/.test(prefetch) ? prefetch : undefined
  const parts = [
    known,
    read('next-router-segment-prefetch'),
    read('next-router-state-tree'),
    read('next-url'),
  ] as const
  const wanted = await hashing.computeCacheBustingSearchParam(...parts)
  const given = url.searchParams.get(MARK)
  if (given === wanted) return null
  if (given !== null && hashing.computeLegacyCacheBustingSearchParam(...parts) === given)
    return null
  return markedAddress(url, wanted)
}

/** As next/dist/client/components/router-reducer/set-cache-busting-search-param.js writes it. */
function markedAddress({ pathname, search }: URL, hash: string): string {
  const pairs = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith(`${MARK}=`))
  pairs.push(hash === '' ? MARK : `${MARK}=${hash}`)
  return `${pathname}?${pairs.join('&')}`
}

function toHashing(value: unknown): Hashing {
  // Next's own module, in the version that this kernel was built of.
  return value as Hashing
}
