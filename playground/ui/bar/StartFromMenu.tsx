// “Start from”: each example with its line. What was there before becomes an earlier version, with Undo.
import { ChevronDown } from 'lucide-react'
import { toFailure } from '../../runtime/wire/failure.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { Menu, MenuChoice, MenuLabel } from '../controls/Menu.tsx'
import { useSession, useViewStore, useWorkspace } from '../store/session-context.tsx'
import { restoreWithUndo } from './restore.ts'

const NAMES = ['directory', 'hello', 'user-crud'] as const

export function StartFromMenu({ isShort }: { readonly isShort: boolean }) {
  const session = useSession()
  const view = useViewStore()
  const starter = useWorkspace((state) => state.starter)
  const name = starter.name ?? copy.bar.startFromNothing
  const startFrom = async (next: string) => {
    const before = session.workspace.get().versions[0]?.id
    try {
      await session.startFrom(next)
    } catch (cause) {
      view.tell(toFailure('starter', cause).message)
      return
    }
    const kept = session.workspace.get().versions[0]?.id
    view.tell(
      copy.reset.replaced(next),
      kept === undefined || kept === before
        ? undefined
        : () => restoreWithUndo(session, view, kept),
    )
  }
  return (
    <Menu
      trigger={
        <Button look="quiet" aria-label={copy.bar.startFrom(name)}>
          {isShort ? name : copy.bar.startFrom(name)} <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuLabel>{copy.bar.startFromLabel}</MenuLabel>
      <MenuChoice
        value={starter.name ?? ''}
        choices={NAMES.map((value) => ({
          value,
          text: copy.starters[value].title,
          line: copy.starters[value].line,
        }))}
        onChange={(next) => void startFrom(next)}
      />
    </Menu>
  )
}
