// Leads the keyboard over the bar to a pane; seen when it has the focus.
import type { MouseEvent, RefObject } from 'react'
import { focusPaneNamed } from './pane-focus.ts'
import styles from './layout.module.css'

interface SkipLinkProps {
  readonly root: RefObject<HTMLElement | null>
  readonly pane: string
  readonly text: string
}

export function SkipLink({ root, pane, text }: SkipLinkProps) {
  const skip = (event: MouseEvent) => {
    event.preventDefault()
    if (root.current) focusPaneNamed(root.current, pane)
  }
  return (
    <a className={styles.skip} href={`#pane-${pane}`} onClick={skip}>
      {text}
    </a>
  )
}
