'use client'
// The parts of a lesson's prose: steps, tasks, hints, the end. Readable without scripts, all of it.
import { use, type ReactNode } from 'react'
import { LessonContext } from './lesson-context.ts'
import styles from './lesson.module.css'

interface StepProps {
  /** The step's folder; the address is `#id`. */
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

export function Step({ id, title, children }: StepProps) {
  const { step } = use(LessonContext)
  return (
    <section id={id} className={styles.step} hidden={step !== null && step !== id}>
      <h2 tabIndex={-1}>{title}</h2>
      {children}
    </section>
  )
}

export function Task({ step, children }: { readonly step: string; readonly children: ReactNode }) {
  const { Tools } = use(LessonContext)
  return (
    <section className={styles.task} aria-label="Your task">
      <h3>Your task</h3>
      {children}
      {Tools ? (
        <Tools step={step} />
      ) : (
        <p className={styles.soon}>Checks appear here when the playground has loaded.</p>
      )}
    </section>
  )
}

export function Hint({ children }: { readonly children: ReactNode }) {
  return (
    <details className={styles.hint}>
      <summary>Hint</summary>
      <div>{children}</div>
    </details>
  )
}

/** What stands after the last step, and is shown with it. */
export function Ending({ children }: { readonly children: ReactNode }) {
  const { isLast } = use(LessonContext)
  return <div hidden={!isLast}>{children}</div>
}
