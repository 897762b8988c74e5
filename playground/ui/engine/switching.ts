// Changing the engine by hand: a page is isolated from its first byte or not at all, so the other engine gets a page of
// its own, and goes on where this one was.
import { addressFor, readEngine } from '../../runtime/engine/choose.ts'
import type { EngineName } from '../../runtime/engine/engine.ts'
import { leaveForNextPage, takeFromLastPage } from '../../runtime/workspace/carried.ts'
import type { PlaygroundSession } from '../../session/session.ts'

export async function switchEngine(session: PlaygroundSession, name: EngineName): Promise<void> {
  const isRunning = ['running', 'starting'].includes(session.status.get().engine)
  await session.settle().catch(() => null) // What was typed is in the draft in any case.
  const database = await session.readDatabase()
  // Where nothing is kept, the database begins anew; that is all that is lost.
  await leaveForNextPage(window.location.pathname, { database, isRunning }).catch(() => undefined)
  window.location.assign(addressFor(window.location.href, name))
}

export interface EngineOfPage {
  readonly engineName: EngineName
  readonly database: Uint8Array | null
  /** To be called with the session of this page. */
  goOn(session: PlaygroundSession): void
}

export async function readEngineOfPage(): Promise<EngineOfPage> {
  const carried = await takeFromLastPage(window.location.pathname).catch(() => null)
  return {
    engineName: readEngine(window.location.href),
    database: carried?.database ?? null,
    goOn(session) {
      // The status says what failed.
      if (carried?.isRunning) session.start().catch(() => undefined)
    },
  }
}
