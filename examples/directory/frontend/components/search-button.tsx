'use client'

import { useFormStatus } from 'react-dom'

export function SearchButton() {
  const { pending } = useFormStatus()
  return (
    <button type="submit" className="button" aria-busy={pending}>
      {pending ? 'Searching …' : 'Search'}
    </button>
  )
}
