// Sends a request once more and shows where it went: the new exchange is marked, and chosen.
import type { EngineRequest } from '../../runtime/engine/engine.ts'
import { toFailure } from '../../runtime/wire/failure.ts'
import type { PlaygroundSession } from '../../session/session.ts'
import { copy } from '../copy.ts'
import { useSession, useViewStore, useWireStore } from '../store/session-context.tsx'

/** Milliseconds. Hops come on a port of their own, and may be later than the answer. */
const HOPS_COME_WITHIN = 2_000

export function useReplay(): (request: EngineRequest) => Promise<void> {
  const session = useSession()
  const view = useViewStore()
  const wire = useWireStore()
  return async (request) => {
    const before = newestNumber(session)
    try {
      const { status } = await session.fetch(request)
      view.tell(copy.wire.replayed(status))
    } catch (cause) {
      view.tell(toFailure('replay', cause).message)
    }
    const exchange = await exchangeAfter(session, before)
    if (!exchange) return
    wire.markReplayed(exchange.id)
    wire.choose(exchange.id)
    view.showDock('wire')
  }
}

function newestNumber(session: PlaygroundSession): number {
  return Math.max(0, ...session.exchanges.get().map(({ number }) => number))
}

function exchangeAfter(session: PlaygroundSession, number: number) {
  const find = () => session.exchanges.get().find((exchange) => exchange.number > number) ?? null
  return new Promise<ReturnType<typeof find>>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop()
      resolve(find())
    }
    const stop = session.exchanges.subscribe(() => find() && end())
    const timer = setTimeout(end, HOPS_COME_WITHIN)
    if (find()) end()
  })
}
