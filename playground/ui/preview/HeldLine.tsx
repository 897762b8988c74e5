// Why the page waits, where it is seen to wait: step-through holds its request.
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useSession, useStatus } from '../store/session-context.tsx'
import styles from './preview.module.css'

export function HeldLine() {
  const session = useSession()
  const stepping = useStatus('stepping')
  if (stepping.held.length === 0) return null
  return (
    <p className={styles.held}>
      {copy.wire.heldHere}{' '}
      <Button look="link" onClick={() => void session.step('hop').catch(() => undefined)}>
        {copy.wire.step}
      </Button>
    </p>
  )
}
