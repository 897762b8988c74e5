'use client'

import { useActionState } from 'react'
import styles from './confirm-form.module.css'

interface ConfirmFormProps {
  /** Returns what went wrong, or null. Bound by a server component: see PinButton. */
  action: (previous: string | null) => Promise<string | null>
  label: string
  /** Names the button where the label alone would not: in a list. */
  accessibleLabel?: string
  question: string
  confirm: string
  isSmall?: boolean
}

/** Asks once more before it acts. `details` opens without a script, and the form works without one. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { action, label, accessibleLabel, question, confirm, isSmall = false } = props
  const [message, submit, isPending] = useActionState(action, null)

  return (
    <details className={styles.confirm}>
      <summary className={`button danger${isSmall ? ' small' : ''}`} aria-label={accessibleLabel}>
        {label}
      </summary>
      <form action={submit} className={styles.question}>
        <p>{question}</p>
        <button type="submit" className="button danger small" disabled={isPending}>
          {isPending ? 'Deleting …' : confirm}
        </button>
        <p role="alert">{message}</p>
      </form>
    </details>
  )
}
