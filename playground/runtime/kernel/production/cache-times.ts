// After how long a prerendered path is made anew, and when it is too old to be served: of a page Next says so itself, of a
// handler its answer's cache-control does.
import { getHeader } from '../../wire/headers.ts'
import type { BuiltRoute } from '../../wire/message.ts'
import type { WireResponse } from '../../wire/request-port.ts'
import type { BootedKernel } from '../boot.ts'

export type CacheTimes = Pick<BuiltRoute, 'revalidate' | 'expire'>

export const NO_TIMES: CacheTimes = { revalidate: null, expire: null }

export function cacheTimes(
  { app, settings }: Pick<BootedKernel, 'app' | 'settings'>,
  { headers }: Pick<WireResponse, 'headers'>,
): CacheTimes {
  const said = app.cacheControl ?? readHeader(getHeader(headers, 'cache-control') ?? '')
  const revalidate = seconds(said.revalidate)
  if (revalidate === null) return NO_TIMES
  return {
    revalidate,
    expire: seconds(said.expire) ?? seconds(settings.config.values['expireTime']),
  }
}

function readHeader(cacheControl: string): { revalidate?: unknown; expire?: unknown } {
  const [, fresh, stale] = /s-maxage=(\d+), stale-while-revalidate=(\d+)/.exec(cacheControl) ?? []
  return fresh === undefined
    ? {}
    : { revalidate: Number(fresh), expire: Number(fresh) + Number(stale) }
}

/** `false` and 0 mean never. */
function seconds(value: unknown): number | null {
  return typeof value === 'number' && value > 0 ? value : null
}
