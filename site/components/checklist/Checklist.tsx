'use client'
// The checklist of docs/checklist: says which work it is about, runs every row's check against it in this page, and
// shows the results in the rows. Its rows are words, readable without scripts.
import Link from 'next/link'
import { useSyncExternalStore, useState, type ReactNode, type RefObject } from 'react'
import type { ChecklistState } from '@playground/index.ts'
import { ChecklistContext } from './checklist-context.ts'
import { EXAMPLE, findKeptWork, type KeptWork } from './kept-work.ts'
import { useChecklist, type Shown } from './use-checklist.ts'
import styles from './checklist.module.css'

export function Checklist({ children }: { readonly children: ReactNode }) {
  const works = useKeptWork()
  const [chosen, setChosen] = useState<string | null>(null)
  const { shown, preview, run } = useChecklist()
  const work = works.find(({ key }) => key === chosen) ?? works[0] ?? EXAMPLE
  const isBusy = shown.state?.status === 'starting' || shown.state?.status === 'running'
  return (
    <ChecklistContext value={shown.state}>
      <section className={styles.head} aria-label="Run the checks">
        <Works works={works} chosen={work.key} isBusy={isBusy} onChoose={setChosen} />
        <button
          type="button"
          className={styles.run}
          aria-disabled={isBusy || undefined}
          onClick={() => !isBusy && void run(work)}
        >
          Run the checks
        </button>
        <noscript>
          <p>The checks run in this browser, and scripts are off in it.</p>
        </noscript>
        <p className={styles.said} role="status">
          {sayState(shown)}
        </p>
        <Trouble shown={shown} onTry={(takeOver) => shown.of && void run(shown.of, takeOver)} />
        <App preview={preview} isShown={shown.state !== null && shown.state.status !== 'failed'} />
      </section>
      <ul className={styles.rows} aria-label="Checklist">
        {children}
      </ul>
    </ChecklistContext>
  )
}

interface WorksProps {
  readonly works: readonly KeptWork[]
  readonly chosen: string
  readonly isBusy: boolean
  readonly onChoose: (key: string) => void
}

function Works({ works, chosen, isBusy, onChoose }: WorksProps) {
  return (
    <fieldset className={styles.works} disabled={isBusy}>
      <legend>Which app</legend>
      {works.length === 1 && (
        <p className={styles.none}>
          Nothing of yours is kept in this browser yet. <Link href="/learn/">A lesson</Link> or{' '}
          <Link href="/play/">the playground</Link> begins one.
        </p>
      )}
      {works.map(({ key, title }) => (
        <label key={key}>
          <input
            type="radio"
            name="work"
            value={key}
            checked={key === chosen}
            onChange={() => onChoose(key)}
          />
          {title}
        </label>
      ))}
    </fieldset>
  )
}

interface TroubleProps {
  readonly shown: Shown
  readonly onTry: (takeOver: boolean) => void
}

function Trouble({ shown: { state, broken }, onTry }: TroubleProps) {
  const failure = state?.failure ?? null
  const text = failure ? `${failure.message} ${failure.next}` : broken
  if (text === null) return null
  const takesOver = failure?.code === 'open-elsewhere'
  return (
    <div className={styles.trouble} role="alert">
      <p>No check could run, or not all of them: {text}</p>
      <button type="button" onClick={() => onTry(takesOver)}>
        {takesOver ? 'Take over here' : 'Try again'}
      </button>
    </div>
  )
}

interface AppProps {
  readonly preview: RefObject<HTMLDivElement | null>
  readonly isShown: boolean
}

/** The app while it is checked. Nobody is to type into it: the checks do. */
function App({ preview, isShown }: AppProps) {
  return (
    <figure className={styles.app} hidden={!isShown}>
      <div ref={preview} className={styles.frame} inert />
      <figcaption>The app, while the checks use it.</figcaption>
    </figure>
  )
}

function sayState({ of, state }: Shown): string {
  if (!of || !state) return ''
  const outcomes = Object.values(state.outcomes)
  const count = (wanted: string) => outcomes.filter((outcome) => outcome.state === wanted).length
  const parts = [
    `${count('passed')} pass`,
    `${count('failed')} do not`,
    `${count('skipped')} do not apply`,
    `${count('not-run')} could not run`,
  ].filter((part) => !part.startsWith('0 ') || part === '0 do not')
  return `${of.title}. ${sayStatus(state, parts.join(', '))}`
}

function sayStatus({ status }: ChecklistState, results: string): string {
  switch (status) {
    case 'starting':
      return 'Starting Next.js and FastAPI…'
    case 'running':
      return 'Running the checks…'
    case 'done':
      return `Done: ${results}.`
    case 'failed':
      return 'Stopped.'
    default:
      return status satisfies never
  }
}

const NOTHING_KEPT = JSON.stringify([EXAMPLE])

function useKeptWork(): readonly KeptWork[] {
  // As text, so that nothing changes between two looks at the same.
  const kept = useSyncExternalStore(subscribe, readKept, () => NOTHING_KEPT)
  const works: readonly KeptWork[] = JSON.parse(kept)
  return works
}

/** Another tab may have gone on. */
function subscribe(onChange: () => void): () => void {
  window.addEventListener('storage', onChange)
  return () => window.removeEventListener('storage', onChange)
}

function readKept(): string {
  return JSON.stringify(
    findKeptWork((key) => {
      try {
        return window.localStorage.getItem(key)
      } catch {
        return null // Site data is blocked: nothing was kept.
      }
    }),
  )
}
