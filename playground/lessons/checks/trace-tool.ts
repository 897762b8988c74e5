// The wire as a check reads it.
import type { NumberedExchange, PlaygroundSession } from '../../session/session.ts'
import type { HttpHop, SqlHop } from '../../runtime/wire/hop.ts'
import type { TraceTool } from './check-tools.ts'
import { waitUntil } from './wait-until.ts'

/** Milliseconds. Hops travel on a port of their own, and may come after the answer that they are about. */
const SETTLING = 2_000

export function createTraceTool(session: PlaygroundSession): TraceTool {
  const newest = () => Math.max(0, ...session.exchanges.get().map(({ number }) => number))
  const since = (number: number) =>
    session.exchanges
      .get()
      .filter((exchange) => exchange.number > number)
      .reverse()
  return {
    async during(work) {
      const before = newest()
      await work()
      return waitUntil(
        async () => since(before),
        (exchanges) => exchanges.length > 0 && exchanges.every(isComplete),
        { patience: SETTLING },
      )
    },
    calls: (exchanges) =>
      exchanges
        .flatMap(({ hops }) => hops)
        .filter((hop): hop is HttpHop => hop.type === 'http' && hop.to === 'fastapi'),
    statements: (exchanges) =>
      exchanges.flatMap(({ hops }) => hops).filter((hop): hop is SqlHop => hop.type === 'sql'),
  }
}

function isComplete({ hops }: NumberedExchange): boolean {
  return hops.every(({ endTime }) => endTime !== null)
}
