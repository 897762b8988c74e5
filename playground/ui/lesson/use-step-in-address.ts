// The step is the address: `#check` goes to it, links and Back work. Without one, the step of the last visit is shown.
import { useEffect, useLayoutEffect } from 'react'
import { indexOfStep } from '../../lessons/step-files.ts'
import { toFailure } from '../../runtime/wire/failure.ts'
import { useViewStore } from '../store/session-context.tsx'
import { useLesson, useLessonState } from './lesson-context.tsx'
import type { ShownStep } from './LessonFrame.tsx'

/** Pixels above a heading that has been scrolled to. */
const HEADING_GAP = 16

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
    const follow = (isFirst: boolean) => {
      const index = indexOfStep(run.lesson, decodeURIComponent(window.location.hash.slice(1)))
      if (index === -1 || index === run.get().step) return
      view.show('read')
      run.goTo(index).catch((cause: unknown) => view.tell(toFailure('step', cause).message))
      // After React has drawn the step: its heading was hidden before. Opening the page moves no focus.
      if (!isFirst) requestAnimationFrame(() => focusHeading(run.lesson.steps[index]?.id))
    }
    const followLater = () => follow(false)
    follow(true)
    window.addEventListener('hashchange', followLater)
    return () => window.removeEventListener('hashchange', followLater)
  }, [run, view])
}

function focusHeading(id: string | undefined): void {
  if (id === undefined) return
  const heading = document.getElementById(id)?.querySelector<HTMLElement>('h2')
  // Only the text scrolls; the browser would move every frame around it.
  heading?.focus({ preventScroll: true })
  heading?.closest('[data-prose]')?.scrollTo({ top: Math.max(0, heading.offsetTop - HEADING_GAP) })
}
