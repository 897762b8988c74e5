// The wire as a check reads it.
import { watchRequests } from '../../session/requests-since.ts'
import type { Exchange, HttpHop, SqlHop } from '../../runtime/wire/hop.ts'
import type { CheckSession } from './check-session.ts'
import type { TraceTool } from './check-tools.ts'
import { waitUntil } from './wait-until.ts'

/** Milliseconds. Hops travel on a port of their own, and may come after the answer that they are about. */
const SETTLING = 2_000

export function createTraceTool(session: Pick<CheckSession, 'trace'>): TraceTool {
  return {
    async during(work) {
      const since = await watchRequests(session)
      await work()
      return waitUntil(since, (exchanges) => exchanges.length > 0 && exchanges.every(isComplete), {
        patience: SETTLING,
      })
    },
    calls: (exchanges) =>
      exchanges
        .flatMap((exchange) => exchange?.hops ?? [])
        .filter((hop): hop is HttpHop => hop.type === 'http' && hop.to === 'fastapi'),
    statements: (exchanges) =>
      exchanges
        .flatMap((exchange) => exchange?.hops ?? [])
        .filter((hop): hop is SqlHop => hop.type === 'sql'),
  }
}

function isComplete({ hops }: Exchange): boolean {
  return hops.every(({ endTime }) => endTime !== null)
}
