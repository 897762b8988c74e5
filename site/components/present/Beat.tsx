// A beat in the prose of a talk: its notes, what it opens, how long it takes. tools/talks reads the same tags for the stage,
// and stops the build when one of them names what is not there.
import type { ReactNode } from 'react'
import styles from './talk.module.css'

interface BeatProps {
  readonly title: string
  readonly lesson: string
  readonly step: string
  readonly files?: 'start' | 'solution'
  readonly file: string
  readonly lines: string
  readonly minutes: number
  readonly stepped?: boolean
  readonly children: ReactNode
}

export function Beat({ title, lesson, step, file, lines, minutes, children, ...rest }: BeatProps) {
  return (
    <section className={styles.beat}>
      <h2>{title}</h2>
      <p className={styles.facts}>
        {minutes} min · <code>{file}</code>, lines {lines} ·{' '}
        <a href={`/learn/${lesson}/#${step}`}>
          lesson {Number(lesson.slice(0, 2))},{' '}
          {rest.files === 'solution' ? 'solved' : 'as it begins'}
        </a>
        {rest.stepped && ' · step-through'}
      </p>
      {children}
    </section>
  )
}
