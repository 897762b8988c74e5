// Resetting files, and resetting the database: both ask, the first can be undone.
import { toFailure } from '../../runtime/wire/failure.ts'
import { starterTitle } from '../../runtime/workspace/starter.ts'
import { copy } from '../copy.ts'
import { Ask } from '../controls/Ask.tsx'
import { useSession, useView, useViewStore, useWorkspace } from '../store/session-context.tsx'
import { restoreWithUndo } from './restore.ts'

export function ResetDialogs() {
  const dialog = useView((state) => state.dialog)
  if (dialog?.type === 'reset') return <ResetFiles />
  if (dialog?.type === 'reset-database') return <ResetDatabase />
  return null
}

function ResetFiles() {
  const session = useSession()
  const view = useViewStore()
  const starter = useWorkspace((state) => state.starter)
  const changed = useWorkspace((state) => state.changed)
  const reset = async () => {
    const before = session.workspace.get().versions[0]?.id
    const failure = await session.reset().then(
      () => null,
      (cause: unknown) => toFailure('reset', cause),
    )
    if (failure) return view.tell(failure.message)
    const kept = session.workspace.get().versions[0]?.id
    view.tell(
      copy.reset.done,
      kept === undefined || kept === before
        ? undefined
        : () => restoreWithUndo(session, view, kept),
    )
  }
  return (
    <Ask
      title={copy.reset.title(starterTitle(starter) ?? copy.bar.startFromNothing)}
      line={copy.reset.line(changed.size)}
      confirm={copy.reset.confirm}
      onConfirm={() => void reset()}
      onClose={() => view.openDialog(null)}
    />
  )
}

function ResetDatabase() {
  const session = useSession()
  const view = useViewStore()
  const reset = () =>
    session.resetDatabase().then(
      () => view.tell(copy.resetDatabase.done),
      (cause: unknown) => view.tell(toFailure('database', cause).message),
    )
  return (
    <Ask
      title={copy.resetDatabase.title}
      line={copy.resetDatabase.line}
      confirm={copy.resetDatabase.confirm}
      onConfirm={() => void reset()}
      onClose={() => view.openDialog(null)}
    />
  )
}
