// Gives the panes the open lesson. Outside a lesson (/play) there is none.
import { createContext, useContext, type ReactNode } from 'react'
import type { LessonRun } from '../../lessons/lesson-run.ts'
import type { LessonState } from '../../lessons/lesson-state.ts'
import { useReadable } from '../store/session-context.tsx'

const LessonContext = createContext<LessonRun | null>(null)

export function LessonProvider({
  run,
  children,
}: {
  readonly run: LessonRun
  readonly children: ReactNode
}) {
  return <LessonContext value={run}>{children}</LessonContext>
}

export function useLesson(): LessonRun {
  const run = useContext(LessonContext)
  if (!run) throw new Error('A part of a lesson is outside LessonProvider.')
  return run
}

export function useLessonState(): LessonState {
  return useReadable(useLesson())
}
