// Our own failures: blue-grey, never like the learner's errors. What happened, what to do, and a report to copy.
import type { ReactNode } from 'react'
import type { Failure } from '../../runtime/wire/failure.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useSession, useViewStore } from '../store/session-context.tsx'
import styles from './preview.module.css'

interface FailureCardProps {
  readonly failure: Failure
  readonly title?: string
  /** Takes the place of Restart. */
  readonly action?: ReactNode
}

export function FailureCard({ failure, title = copy.failure.title, action }: FailureCardProps) {
  const session = useSession()
  const view = useViewStore()
  const copyReport = async () => {
    await navigator.clipboard.writeText(formatReport(failure))
    view.tell(copy.errors.copied)
  }
  return (
    <section className={styles.failureCard} role="alert">
      <p className={styles.failureTitle}>{title}</p>
      <p>{failure.message}</p>
      <p>{failure.next}</p>
      <div className={styles.errorActions}>
        {action ?? (
          <Button onClick={() => void session.restart('all').catch(() => undefined)}>
            {copy.failure.restart}
          </Button>
        )}
        <Button look="quiet" onClick={() => void copyReport()}>
          {copy.errors.copyReport}
        </Button>
        {action === undefined && (
          <Button look="quiet" onClick={session.dismissFailure}>
            {copy.failure.dismiss}
          </Button>
        )}
        {failure.detail !== undefined && (
          <details className={styles.details}>
            <summary>{copy.errors.details}</summary>
            <pre className={styles.frameText}>{failure.detail}</pre>
          </details>
        )}
      </div>
    </section>
  )
}

/** Stage, code, browser; never the contents of files. */
export function formatReport({ stage, code, message, detail }: Failure): string {
  return [
    `stage: ${stage}`,
    `code: ${code}`,
    `message: ${message}`,
    `browser: ${navigator.userAgent}`,
    detail ?? '',
  ]
    .join('\n')
    .trim()
}
