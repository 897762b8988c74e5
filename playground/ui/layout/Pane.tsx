// A pane: a named region that F6 reaches. The preview keeps its size while it is hidden: a page without a layout has no
// visible text, and checks look at it whichever view is open.
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
  const isPreview = name === 'preview'
  return (
    <section
      className={joinClasses(styles.pane, isHidden && (isPreview ? styles.away : styles.hidden))}
      data-pane={name}
      aria-label={label}
      id={`pane-${name}`}
      hidden={isHidden && !isPreview}
      inert={isHidden}
    >
      {children}
    </section>
  )
}
