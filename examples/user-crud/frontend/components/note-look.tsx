'use client'

import { useEffect, useState } from 'react'
import styles from './note-look.module.css'

interface Shown {
  isOpen: boolean
  text: string | null
}

async function ask(id: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(`/api/notes/${id}`, { signal })
  const body: { text?: string; message?: string } = await response.json()
  if (!response.ok) return body.message ?? 'This note cannot be shown right now.'
  return body.text || 'There is nothing in it but its title.'
}

/** Opens a note in the list. Its text is fetched by the browser, when somebody wants to see it. */
export function NoteLook({ id, title }: { id: string; title: string }) {
  const [{ isOpen, text }, show] = useState<Shown>({ isOpen: false, text: null })

  useEffect(() => {
    if (!isOpen) return
    // Whoever closes it, or leaves, stops the question: no answer comes after its time.
    const question = new AbortController()
    ask(id, question.signal).then(
      (found) => show({ isOpen: true, text: found }),
      () => {
        if (!question.signal.aborted)
          show({ isOpen: true, text: 'This note cannot be shown right now.' })
      },
    )
    return () => question.abort()
  }, [id, isOpen])

  return (
    <>
      <button
        type="button"
        className={styles.look}
        aria-expanded={isOpen}
        aria-controls={`text-${id}`}
        aria-label={`Look into ${title}`}
        onClick={() => show({ isOpen: !isOpen, text: null })}
      >
        {isOpen ? 'Close' : 'Look'}
      </button>
      <p id={`text-${id}`} className={styles.text} hidden={!isOpen} aria-live="polite">
        {text ?? 'Fetching …'}
      </p>
    </>
  )
}
