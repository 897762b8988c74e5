// What step-through holds, as the wire knows it.
import type { HttpHop } from '../../runtime/wire/hop.ts'
import { useReadable, useSession, useStatus } from '../store/session-context.tsx'

export interface Held {
  readonly hop: HttpHop
  /** Which request of its exchange it is, from 1. */
  readonly place: number
}

/** The hop that has waited longest; null when none waits. */
export function useHeld(): Held | null {
  const session = useSession()
  const stepping = useStatus('stepping')
  const exchanges = useReadable(session.exchanges)
  const [first] = stepping.held
  for (const { hops } of first === undefined ? [] : exchanges) {
    const requests = hops.filter((hop) => hop.type === 'http')
    const at = requests.findIndex(({ id }) => id === first)
    const hop = requests[at]
    if (hop) return { hop, place: at + 1 }
  }
  return null
}
