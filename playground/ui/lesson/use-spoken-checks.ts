// What is said when checks have run: the count, not every line.
import { useEffect } from 'react'
import { useViewStore } from '../store/session-context.tsx'
import { lessonCopy } from './lesson-copy.ts'
import { useLesson } from './lesson-context.tsx'

export function useSpokenChecks(): void {
  const run = useLesson()
  const view = useViewStore()
  useEffect(() => {
    let wasRunning = run.get().isRunning
    return run.subscribe(() => {
      const { isRunning, checks, failure } = run.get()
      if (isRunning === wasRunning) return
      wasRunning = isRunning
      if (isRunning) return view.say(lessonCopy.running)
      // A stop for new typing is no result.
      if (checks.some(({ isStale }) => isStale)) return undefined
      return view.say(
        failure ??
          lessonCopy.passed(
            checks.filter(({ outcome }) => outcome?.state === 'passed').length,
            checks.length,
          ),
      )
    })
  }, [run, view])
}
