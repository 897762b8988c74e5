'use client'

import { startTransition, useActionState, useOptimistic, type FormEvent } from 'react'
import styles from './pin-button.module.css'

interface PinButtonProps {
  /**
   * Pins or unpins; returns what went wrong, or null. Bound to its note by a server component: bound in here it would
   * be another function at each render, and the answer to a form posted without a script would never be finished.
   */
  action: (previous: string | null) => Promise<string | null>
  title: string
  pinned: boolean
}

/** Turns at once and turns back if the server says no. Before the script is there, the form posts by itself. */
export function PinButton({ action, title, pinned }: PinButtonProps) {
  const [message, send, isPending] = useActionState(action, null)
  const [isShownPinned, showPinned] = useOptimistic(pinned)

  function pin(event: FormEvent) {
    event.preventDefault()
    if (isPending) return
    startTransition(() => {
      showPinned(!pinned)
      send()
    })
  }

  return (
    <form action={send} onSubmit={pin}>
      <button
        className={styles.pin}
        aria-pressed={isShownPinned}
        aria-label={`Pin ${title}`}
        title={message ?? undefined}
      >
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
          <path d="M9 3h6l-.7 6.2 3.2 3.1V14H13v6l-1 2-1-2v-6H6.500v-1.700l3.200-3.100z" />
        </svg>
      </button>
      <span className="hidden" role="alert">
        {message}
      </span>
    </form>
  )
}
