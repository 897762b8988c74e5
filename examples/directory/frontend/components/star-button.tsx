'use client'

import { startTransition, useActionState, useOptimistic, type FormEvent } from 'react'
import styles from './star-button.module.css'

interface StarButtonProps {
  /**
   * Turns the star; returns what went wrong, or null. Bound to its person by a server component: bound in here it would
   * be another function at each render, and the answer to a form posted without a script would never be finished.
   */
  action: (previous: string | null) => Promise<string | null>
  name: string
  starred: boolean
}

/** Turns at once and turns back if the server says no. Before the script is there, the form posts by itself. */
export function StarButton({ action, name, starred }: StarButtonProps) {
  const [message, send, isPending] = useActionState(action, null)
  const [isShownStarred, showStarred] = useOptimistic(starred)

  function star(event: FormEvent) {
    event.preventDefault()
    if (isPending) return
    startTransition(() => {
      showStarred(!starred)
      send()
    })
  }

  return (
    <form action={send} onSubmit={star}>
      <button
        className={styles.star}
        aria-pressed={isShownStarred}
        aria-label={`Star ${name}`}
        title={message ?? undefined}
      >
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path d="m12 3.3 2.7 5.45 6.02.88-4.36 4.24 1.03 5.99L12 17.03l-5.39 2.83 1.03-5.99-4.36-4.24 6.02-.88z" />
        </svg>
      </button>
      <span className="hidden" role="alert">
        {message}
      </span>
    </form>
  )
}
