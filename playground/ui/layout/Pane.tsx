// A pane: a named region that F6 reaches.
import type { ReactNode } from 'react'
import { joinClasses } from '../controls/join-classes.ts'
import styles from './layout.module.css'

interface PaneProps {
  readonly name: 'read' | 'files' | 'code' | 'preview' | 'wire'
  readonly label: string
  readonly isHidden?: boolean
  readonly children: ReactNode
}

export function Pane({ name, label, isHidden = false, children }: PaneProps) {
  return (
    <section
      className={joinClasses(styles.pane, isHidden && styles.hidden)}
      data-pane={name}
      aria-label={label}
      id={`pane-${name}`}
      hidden={isHidden}
    >
      {children}
    </section>
  )
}
