// Run before the start, Restart after it.
import { Play, RotateCcw } from 'lucide-react'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useSession, useStatus, useViewStore } from '../store/session-context.tsx'

export function RunButton() {
  const session = useSession()
  const view = useViewStore()
  const engine = useStatus('engine')
  const busy = useStatus('busy')
  const start = () => {
    view.show('preview') // Where the stages are, when one view shows at a time.
    session.start().catch(() => undefined) // The status tells what failed.
  }
  if (engine === 'running' || busy === 'restarting') {
    return (
      <Button
        disabled={busy !== null}
        onClick={() => void session.restart('all').catch(() => undefined)}
      >
        <RotateCcw aria-hidden /> {copy.bar.restart}
      </Button>
    )
  }
  return (
    <Button
      look="primary"
      disabled={engine === 'starting'}
      onPointerEnter={session.prepare}
      onFocus={session.prepare}
      onClick={start}
    >
      <Play aria-hidden />{' '}
      {engine === 'starting'
        ? copy.bar.starting
        : engine === 'failed'
          ? copy.bar.retry
          : copy.bar.run}
    </Button>
  )
}
