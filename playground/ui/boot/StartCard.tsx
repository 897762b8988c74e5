// Before the first run: what will happen, and the button.
import { Play } from 'lucide-react'
import type { LinkOutcome } from '../../session/session.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useSession } from '../store/session-context.tsx'
import styles from './boot.module.css'

const LINES = {
  none: copy.preview.startLine,
  opened: copy.share.opened,
  broken: copy.share.broken,
} satisfies Record<LinkOutcome, string>

export function StartCard() {
  const session = useSession()
  return (
    <div className={styles.start}>
      <svg className={styles.drawing} viewBox="0 0 220 56" aria-hidden="true">
        <path
          d="M28 18H88C132 18 88 38 132 38H192"
          fill="none"
          stroke="var(--be-line-strong)"
          strokeWidth="2"
          strokeDasharray="4 5"
        />
        <circle cx="22" cy="18" r="9" fill="var(--be-next)" />
        <circle cx="198" cy="38" r="9" fill="var(--be-fastapi)" />
      </svg>
      <p className={styles.title}>{copy.preview.startTitle}</p>
      <p className={styles.line}>{LINES[session.link]}</p>
      <Button
        look="primary"
        size="large"
        onClick={() => void session.start().catch(() => undefined)}
      >
        <Play aria-hidden /> {copy.bar.run}
      </Button>
    </div>
  )
}
