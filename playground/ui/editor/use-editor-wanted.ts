// When Monaco loads: as soon as the page is still, but not while both ends start. Its megabytes would then take the
// processor from the first page, which is what the reader waits for. Whoever goes to the code gets it at once.
import { useCallback, useEffect, useState } from 'react'
import { whenStill } from '../when-still.ts'
import { useStatus, useView } from '../store/session-context.tsx'

/** A page that is never still must have its editor all the same. Milliseconds. */
const STILL_DEADLINE = 500

export interface EditorWanted {
  readonly wanted: boolean
  /** The reader's pointer, or the focus, went to the code. */
  readonly want: () => void
}

export function useEditorWanted(): EditorWanted {
  const isStarting = useStatus('engine') === 'starting'
  const reveal = useView((state) => state.reveal)
  const [wanted, setWanted] = useState(false)
  const want = useCallback(() => setWanted(true), [])
  useEffect(() => {
    if (wanted || (isStarting && reveal === null)) return
    return whenStill(want, STILL_DEADLINE)
  }, [wanted, isStarting, reveal, want])
  return { wanted, want }
}
