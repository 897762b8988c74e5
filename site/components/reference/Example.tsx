// The code of a reference page: the right form, which runs, and the form that people copy, which is marked.
import { Check, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { RunExample } from './RunExample.tsx'
import styles from './reference.module.css'

interface RightProps {
  /** Of references/pages.json. */
  readonly name: string
  readonly children: ReactNode
}

export function Right({ name, children }: RightProps) {
  return (
    <section className={styles.right} aria-label="The right form">
      <p className={styles.mark}>
        <Check aria-hidden /> From the example, as it stands
      </p>
      {children}
      <RunExample name={name} />
    </section>
  )
}

export function Wrong({ children }: { readonly children: ReactNode }) {
  return (
    <section className={styles.wrong} aria-label="The form that people copy">
      <p className={styles.mark}>
        <TriangleAlert aria-hidden /> Broken on purpose: do not copy
      </p>
      {children}
    </section>
  )
}

/** What a defect does, in a list; the seed map links here. */
export function Defect({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <strong id={id} className={styles.defect}>
      {children}
    </strong>
  )
}
