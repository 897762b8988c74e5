'use client'

import { useEffect, useState } from 'react'

async function ask(email: string, exceptId: number | null): Promise<string> {
  const query = new URLSearchParams({ email })
  if (exceptId !== null) query.set('except', String(exceptId))
  const response = await fetch(`/api/email-availability?${query}`)
  if (!response.ok) return ''
  const body: { available: boolean } = await response.json()
  return body.available ? 'This address is free.' : 'Somebody here has this address already.'
}

/** Says while somebody types whether an address is free. Empty text while nothing is known. */
export function useEmailAvailability(email: string, exceptId: number | null): string {
  const [text, setText] = useState('')

  useEffect(() => {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return
    ask(email, exceptId).then(setText, () => undefined)
  }, [email, exceptId])

  return text
}
