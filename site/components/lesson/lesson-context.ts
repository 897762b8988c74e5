'use client'
// What the parts of a lesson's prose know of the page around them. Before the playground is there: nothing is hidden,
// and tasks have no checks yet.
import { createContext, type ComponentType } from 'react'

export interface LessonOnPage {
  /** The step to show; null shows all of them. */
  readonly step: string | null
  readonly isLast: boolean
  /** The checks and buttons of a task. */
  readonly Tools: ComponentType<{ readonly step: string }> | null
}

export const LessonContext = createContext<LessonOnPage>({ step: null, isLast: true, Tools: null })
