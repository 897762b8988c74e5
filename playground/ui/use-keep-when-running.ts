// Keeps what the reader works with for later, as soon as the engine runs and nothing waits for it any more. In a frame of
// another page nothing is kept: that storage belongs to the page around it.
import { useEffect } from 'react'
import { isEmbedded } from './bar/embedded.ts'
import { useStatus } from './store/session-context.tsx'

/** Milliseconds after the start: what the first page still loads comes first. */
const REST = 3000

export function useKeepWhenRunning(lesson: string | null): void {
  const isRunning = useStatus('engine') === 'running'
  useEffect(() => {
    if (!isRunning || isEmbedded()) return
    const leaving = new AbortController()
    const { signal } = leaving
    const keep = async () => {
      const { openOffline } = await import('../offline/offline.ts')
      if (!signal.aborted) await openOffline().keepByItself({ lesson, signal })
    }
    // A chunk that does not load is one that is not kept either; the page itself says when nothing loads.
    const timer = setTimeout(() => void keep().catch(() => undefined), REST)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [isRunning, lesson])
}
