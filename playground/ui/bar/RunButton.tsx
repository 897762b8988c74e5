// Run before the start, Restart after it.
import { Play, RotateCcw } from 'lucide-react'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useSession, useStatus } from '../store/session-context.tsx'

export function RunButton() {
  const session = useSession()
  const { engine, busy } = useStatus()
  if (engine === 'running' || busy === 'restarting') {
    return (
      <Button disabled={busy !== null} onClick={() => void session.restart('all').catch(() => undefined)}>
        <RotateCcw aria-hidden /> {copy.bar.restart}
      </Button>
    )
  }
  return (
    <Button look="primary" disabled={engine === 'starting'} onClick={() => void session.start().catch(() => undefined)}>
      <Play aria-hidden /> {engine === 'starting' ? copy.bar.starting : engine === 'failed' ? copy.bar.retry : copy.bar.run}
    </Button>
  )
}
