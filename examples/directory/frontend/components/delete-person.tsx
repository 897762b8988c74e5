'use client'

import { useActionState } from 'react'
import styles from './delete-person.module.css'

interface DeletePersonProps {
  /** Deletes the person and leads away, or returns what went wrong. Bound by a server component: see StarButton. */
  action: (previous: string | null) => Promise<string | null>
  name: string
}

/** Asks once more before it deletes. `details` opens without a script, and the form works without one. */
export function DeletePerson({ action, name }: DeletePersonProps) {
  const [message, submit, isPending] = useActionState(action, null)

  return (
    <details className={styles.delete}>
      <summary className="button danger">Delete …</summary>
      <form action={submit} className={styles.question}>
        <p>Remove {name} from the directory for good?</p>
        <button type="submit" className="button danger" disabled={isPending}>
          {isPending ? 'Removing …' : 'Yes, remove'}
        </button>
        <p role="alert">{message}</p>
      </form>
    </details>
  )
}
