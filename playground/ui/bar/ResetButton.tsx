// Reset… only asks; ResetDialogs.tsx does it.
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useViewStore } from '../store/session-context.tsx'

export function ResetButton() {
  const view = useViewStore()
  return (
    <Button look="quiet" onClick={() => view.openDialog({ type: 'reset' })}>
      {copy.bar.reset}
    </Button>
  )
}
