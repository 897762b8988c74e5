// Gives the parts of presenter mode the talk under way.
import { createContext, useContext, type ReactNode } from 'react'
import type { StageRun } from '../../present/stage-run.ts'
import type { StageState } from '../../present/stage-state.ts'
import type { Beat } from '../../present/talk.ts'
import { useReadable } from '../store/session-context.tsx'

interface Held {
  readonly run: StageRun
  readonly isEmbedded: boolean
}

const StageContext = createContext<Held | null>(null)

export function StageProvider({ children, ...held }: Held & { readonly children: ReactNode }) {
  return <StageContext value={held}>{children}</StageContext>
}

function useHeld(): Held {
  const held = useContext(StageContext)
  if (!held) throw new Error('A part of the stage is outside StageProvider.')
  return held
}

export function useStage(): StageRun {
  return useHeld().run
}

export function useIsEmbedded(): boolean {
  return useHeld().isEmbedded
}

export function useStageState(): StageState {
  return useReadable(useHeld().run)
}

export function useBeat(): Beat {
  const { talk } = useStage()
  const beat = talk.beats[useStageState().beat] ?? talk.beats[0]
  if (!beat) throw new RangeError(`${talk.slug} has no beats.`)
  return beat
}
