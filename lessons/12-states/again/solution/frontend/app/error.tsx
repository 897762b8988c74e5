'use client'

import { useEffect } from 'react'
import { Message } from '@/components/message'

interface ErrorPageProps {
  error: unknown
  /** Asks the server again and renders what it answers. */
  retry: () => void
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  useEffect(() => {
    console.error(error)
  }, [error])

  return (
    <Message
      title="That did not work"
      text="The directory could not be reached. It may be back in a moment."
    >
      <button type="button" className="button" onClick={() => retry()}>
        Try again
      </button>
    </Message>
  )
}
