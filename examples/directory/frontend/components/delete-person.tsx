'use client'

import { useActionState } from 'react'
import { deletePerson } from '@/actions/people'
import styles from './delete-person.module.css'

/** Asks once more before it deletes. `details` opens without a script, and so does the form work. */
export function DeletePerson({ id, name }: { id: number; name: string }) {
  const [message, submit, isPending] = useActionState(deletePerson.bind(null, id), null)

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
