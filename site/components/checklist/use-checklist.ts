'use client'
// Holds the run of a checklist for as long as the page is open. What runs it loads with the first press of the button.
import { useEffect, useRef, useState } from 'react'
import type { Checklist, ChecklistState } from '@playground/index.ts'
import type { KeptWork } from './kept-work.ts'

export interface Shown {
  /** Which work the results are about. */
  readonly of: KeptWork | null
  readonly state: ChecklistState | null
  /** What did not even load. */
  readonly broken: string | null
}

interface Held {
  readonly of: KeptWork
  readonly checklist: Checklist
}

const NOTHING: Shown = { of: null, state: null, broken: null }
const STARTING: ChecklistState = { status: 'starting', failure: null, running: null, outcomes: {} }

export function useChecklist() {
  const [shown, setShown] = useState(NOTHING)
  const preview = useRef<HTMLDivElement>(null)
  const held = useRef<Held | null>(null)
  useEffect(() => () => void held.current?.checklist.close(), [])

  async function run(of: KeptWork, takeOver = false): Promise<void> {
    setShown({ of, state: STARTING, broken: null })
    try {
      const checklist = await hold(of)
      await checklist.run({ takeOver })
    } catch (cause) {
      console.error(cause)
      const broken = cause instanceof Error ? cause.message : String(cause)
      setShown({ of, state: null, broken })
    }
  }

  /** One engine for one work, however often it is asked. */
  async function hold(of: KeptWork): Promise<Checklist> {
    if (held.current?.of.key === of.key) return held.current.checklist
    await held.current?.checklist.close()
    held.current = null
    const { loadChecklist } = await import('@playground/index.ts')
    const checklist = await (await loadChecklist()).openChecklist(of.work)
    held.current = { of, checklist }
    checklist.attachPreview(preview.current)
    checklist.subscribe(() => {
      if (held.current?.checklist === checklist)
        setShown({ of, state: checklist.get(), broken: null })
    })
    return checklist
  }

  return { shown, preview, run }
}
