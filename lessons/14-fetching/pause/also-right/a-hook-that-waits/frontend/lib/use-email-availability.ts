'use client'

import { useEffect, useState } from 'react'

const PAUSE_MS = 350

async function ask(email: string, exceptId: number | null): Promise<string> {
  const query = new URLSearchParams({ email })
  if (exceptId !== null) query.set('except', String(exceptId))
  const response = await fetch(`/api/email-availability?${query}`)
  if (!response.ok) return ''
  const body: { available: boolean } = await response.json()
  return body.available ? 'This address is free.' : 'Somebody here has this address already.'
}

/** The value as it was when it had not changed for a while. */
function useCalm(value: string): string {
  const [calm, setCalm] = useState(value)
  useEffect(() => {
    const timer = setTimeout(setCalm, PAUSE_MS, value)
    return () => clearTimeout(timer)
  }, [value])
  return calm
}

/** Says while somebody types whether an address is free. Empty text while nothing is known. */
export function useEmailAvailability(typed: string, exceptId: number | null): string {
  const email = useCalm(typed)
  const [text, setText] = useState('')

  useEffect(() => {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return
    ask(email, exceptId).then(setText, () => undefined)
  }, [email, exceptId])

  return text
}
