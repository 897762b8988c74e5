'use client'

import { useSearchParams } from 'next/navigation'

/**
 * Where to go after signing in, as the address says. Read here and not by the page: a page that is shown again keeps
 * what the server sent for its last address until the next answer is there, and a fast typist would go where the last
 * one wanted to. The action checks it.
 */
export function NextField() {
  const next = useSearchParams().get('next')
  return next === null ? null : <input type="hidden" name="next" value={next} />
}
