// The step is the address: `#check` goes to it, links and Back work. Without one, the step of the last visit is shown.
import { useEffect, useLayoutEffect } from 'react'
import { indexOfStep } from '../../lessons/step-files.ts'
import { toFailure } from '../../runtime/wire/failure.ts'
import { useViewStore } from '../store/session-context.tsx'
import { useLesson, useLessonState } from './lesson-context.tsx'
import type { ShownStep } from './LessonFrame.tsx'

export function useStepInAddress(onStep: (step: ShownStep) => void): void {
  const run = useLesson()
  const view = useViewStore()
  const { step } = useLessonState()
  useLayoutEffect(() => {
    const { steps } = run.lesson
    const shown = steps[step]
    if (shown) onStep({ id: shown.id, isLast: step === steps.length - 1 })
  }, [run, step, onStep])
  useEffect(() => {
    const follow = () => {
      const index = indexOfStep(run.lesson, decodeURIComponent(window.location.hash.slice(1)))
      if (index === -1 || index === run.get().step) return
      view.show('read')
      run.goTo(index).catch((cause: unknown) => view.tell(toFailure('step', cause).message))
      // After React has drawn the step: its heading was hidden before.
      requestAnimationFrame(() => focusHeading(run.lesson.steps[index]?.id))
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [run, view])
}

function focusHeading(id: string | undefined): void {
  if (id === undefined) return
  const heading = document.getElementById(id)?.querySelector<HTMLElement>('h2')
  heading?.focus()
  heading?.scrollIntoView({ block: 'start' })
}
