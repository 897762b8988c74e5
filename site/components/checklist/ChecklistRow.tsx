'use client'
// A row of the checklist: its words, and below them what its check saw.
import { Check, Circle, CircleAlert, CircleSlash, LoaderCircle, X } from 'lucide-react'
import { use, type ReactNode } from 'react'
import type { RowOutcome } from '@playground/index.ts'
import { ChecklistContext } from './checklist-context.ts'
import styles from './checklist.module.css'

const MARKS = {
  waiting: { Icon: Circle, word: 'not run' },
  running: { Icon: LoaderCircle, word: 'running' },
  passed: { Icon: Check, word: 'passes' },
  failed: { Icon: X, word: 'does not pass' },
  skipped: { Icon: CircleSlash, word: 'does not apply' },
  'not-run': { Icon: CircleAlert, word: 'could not run' },
} as const

interface ChecklistRowProps {
  /** Of its check: playground/ui/checklist/rows.ts. */
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

export function ChecklistRow({ id, title, children }: ChecklistRowProps) {
  const checklist = use(ChecklistContext)
  const outcome = checklist?.outcomes[id] ?? null
  const state = checklist?.running === id ? 'running' : (outcome?.state ?? 'waiting')
  const { Icon, word } = MARKS[state]
  return (
    <li id={id} className={styles.row} data-state={state}>
      <Icon aria-hidden className={styles.mark} />
      <div className={styles.text}>
        <h2 className={styles.title}>
          {title}
          <span className={styles.word}>{word}</span>
        </h2>
        {children}
        {outcome && state !== 'running' && <Result outcome={outcome} />}
      </div>
    </li>
  )
}

function Result({ outcome }: { readonly outcome: RowOutcome }) {
  switch (outcome.state) {
    case 'passed':
      return null
    case 'failed': {
      const { expected, got, where } = outcome.mismatch
      return (
        <dl className={styles.difference}>
          <dt>expected</dt>
          <dd>{expected}</dd>
          <dt>got</dt>
          <dd>{got}</dd>
          {where && (
            <>
              <dt>where</dt>
              <dd>{sayWhere(where)}</dd>
            </>
          )}
        </dl>
      )
    }
    case 'skipped':
      return <p className={styles.reason}>This row does not apply: {outcome.reason}</p>
    case 'not-run':
      return <p className={styles.reason}>This check could not run: {outcome.reason}</p>
    default:
      return outcome satisfies never
  }
}

type Where = NonNullable<Extract<RowOutcome, { readonly state: 'failed' }>['mismatch']['where']>

const DOCK = { data: 'the tables', jar: 'the cookies', console: 'the console' } as const

function sayWhere(where: Where): string {
  switch (where.type) {
    case 'exchange':
      return `${where.text}, in the wire`
    case 'page':
      return `the page ${where.path}`
    case 'code':
      return `${where.place.file}, line ${where.place.line}`
    case 'dock':
      return DOCK[where.tab]
    default:
      return where satisfies never
  }
}
