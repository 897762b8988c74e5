'use client'

import { useActionState } from 'react'
import styles from './role-button.module.css'

interface RoleButtonProps {
  /** Gives or takes the right; returns what went wrong, or null. Bound by a server component: see PinButton. */
  action: (previous: string | null) => Promise<string | null>
  name: string
  isAdmin: boolean
}

/** Not optimistic: a right is shown as given when it is. */
export function RoleButton({ action, name, isAdmin }: RoleButtonProps) {
  const [message, submit, isPending] = useActionState(action, null)
  const text = isAdmin ? 'Make member' : 'Make administrator'
  return (
    <form action={submit}>
      <button className="button small" disabled={isPending} aria-label={`${text}: ${name}`}>
        {text}
      </button>
      <span className={styles.message} role="alert">
        {message}
      </span>
    </form>
  )
}
