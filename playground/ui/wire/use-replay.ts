// Sends a request once more and shows where it went: the new exchange is marked, and chosen.
import type { EngineRequest } from '../../runtime/engine/engine.ts'
import { toFailure } from '../../runtime/wire/failure.ts'
import { watchRequests } from '../../session/requests-since.ts'
import { copy } from '../copy.ts'
import { useSession, useViewStore, useWireStore } from '../store/session-context.tsx'
import { findRoot } from './rows.ts'

export function useReplay(): (request: EngineRequest) => Promise<void> {
  const session = useSession()
  const view = useViewStore()
  const wire = useWireStore()
  return async (request) => {
    try {
      const since = await watchRequests(session)
      // A request that fails is on the wire all the same.
      const told = await session.fetch(request).then(
        ({ status }) => copy.wire.replayed(status),
        (cause: unknown) => toFailure('replay', cause).message,
      )
      view.tell(told)
      const exchange = (await since()).find((each) =>
        findRoot(each)?.['url.full'].endsWith(request.path),
      )
      if (!exchange) return
      wire.markReplayed(exchange.id)
      wire.choose(exchange.id)
      view.showDock('wire')
    } catch (cause) {
      view.tell(toFailure('replay', cause).message)
    }
  }
}
