// Tells each exchange once, when all its hops have ended. Runs on the site's page.
import type { Exchange, ExchangeId } from '../runtime/wire/hop.ts'
import type { Readable } from '../runtime/workspace/readable.ts'

/** Exchanges that came before are told too. `exchanges` has the newest first; they are told oldest first. */
export function watchExchanges(
  exchanges: Readable<readonly Exchange[]>,
  tell: (exchange: Exchange) => void,
): () => void {
  let told = new Set<ExchangeId>()
  const look = () => {
    const now = exchanges.get()
    const ended = now.filter(({ hops }) => hops.every(({ endTime }) => endTime !== null))
    const fresh = ended.filter(({ id }) => !told.has(id)).toReversed()
    const known = new Set(now.map(({ id }) => id))
    told = new Set([...told, ...fresh.map(({ id }) => id)].filter((id) => known.has(id)))
    for (const { id, root, hops } of fresh) tell({ id, root, hops })
  }
  look()
  return exchanges.subscribe(look)
}
