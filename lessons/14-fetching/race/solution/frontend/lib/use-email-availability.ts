'use client'

import { useEffect, useState } from 'react'

const PAUSE_MS = 350

type Answer = { email: string; text: string }

async function ask(email: string, exceptId: number | null, signal: AbortSignal): Promise<string> {
  const query = new URLSearchParams({ email })
  if (exceptId !== null) query.set('except', String(exceptId))
  const response = await fetch(`/api/email-availability?${query}`, { signal })
  if (!response.ok) return ''
  const body: { available: boolean } = await response.json()
  return body.available ? 'This address is free.' : 'Somebody here has this address already.'
}

/**
 * Says while somebody types whether an address is free. Waits for a pause in the typing; a newer address cancels the
 * older question, so that a slow answer never stands beside the wrong address. Empty text while nothing is known.
 */
export function useEmailAvailability(email: string, exceptId: number | null): string {
  const [answer, setAnswer] = useState<Answer>({ email: '', text: '' })

  useEffect(() => {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return
    const question = new AbortController()
    const timer = setTimeout(() => {
      ask(email, exceptId, question.signal).then(
        (text) => setAnswer({ email, text }),
        () => undefined, // cancelled, or no network: saving will tell
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      question.abort()
    }
  }, [email, exceptId])

  return answer.email === email ? answer.text : ''
}
