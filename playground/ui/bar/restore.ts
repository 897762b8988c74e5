// Brings an earlier version back and says so; what it replaced is kept as well.
import type { PlaygroundSession } from '../../session/session.ts'
import { toFailure } from '../../runtime/wire/failure.ts'
import { copy } from '../copy.ts'
import type { ViewStore } from '../store/view-store.ts'

export function restoreWithUndo(
  session: PlaygroundSession,
  view: ViewStore,
  version: string,
): void {
  session.restore(version).then(
    () => view.tell(copy.reset.undone),
    (cause: unknown) => view.tell(toFailure('restore', cause).message),
  )
}
