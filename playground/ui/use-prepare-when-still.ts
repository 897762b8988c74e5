// On the playground's own page nearly everybody presses Run: what the start needs first is there by then. On a lesson, which
// many only read, the pointer on the button is soon enough (RunButton.tsx).
import { useEffect } from 'react'
import { useSession } from './store/session-context.tsx'
import { whenStill } from './when-still.ts'

/** Milliseconds: the editor comes first. */
const STILL_DEADLINE = 3000

export function usePrepareWhenStill(): void {
  const { prepare } = useSession()
  useEffect(() => whenStill(prepare, STILL_DEADLINE), [prepare])
}
