// Before the talk: the engine starts, every beat is opened once and says whether it works, what it needs is kept on this
// device, and a rehearsal without a network proves it. Then the stage goes on in the same tab.
import { useEffect, useMemo, useState } from 'react'
import { createGettingReady, isOver, type BeatReadiness } from '../../present/get-ready.ts'
import { Button } from '../controls/Button.tsx'
import { joinClasses } from '../controls/join-classes.ts'
import { useReadable } from '../store/session-context.tsx'
import { KeptForTalk } from './KeptForTalk.tsx'
import { presentCopy } from './present-copy.ts'
import { useStage } from './stage-context.tsx'
import { StagePreview } from './stage/StagePreview.tsx'
import { warmParts } from './warm-parts.ts'
import tokens from '../tokens.module.css'
import styles from './ready.module.css'

const { ready: words } = presentCopy

export function GetReady({ onPresent }: { readonly onPresent: () => void }) {
  const run = useStage()
  const getting = useMemo(() => createGettingReady(run), [run])
  const readiness = useReadable(getting)
  const [areParts, setParts] = useState(false)
  const begin = useMemo(
    () => async () => {
      setParts(false)
      await Promise.all([getting.run(), warmParts()])
      setParts(true)
    },
    [getting],
  )
  useEffect(() => {
    // A part that does not load is loaded when it is needed; the beats say what does not work.
    begin().catch(() => setParts(true))
    return getting.stop
  }, [begin, getting])
  const isDone = areParts && isOver(readiness)
  return (
    <main className={joinClasses(tokens.tokens, styles.ready)}>
      <header>
        <h1>
          {words.title}: {run.talk.title}
        </h1>
        <p>{words.line}</p>
      </header>
      <section className={styles.verdict}>
        <p role="status" className={styles.sum} data-verdict>
          {isDone ? sumUp(readiness) : words.checking(countDone(readiness), readiness.length)}
        </p>
        {isDone && <KeptForTalk talk={run.talk} />}
        <p className={styles.row}>
          <Button size="large" look="primary" onClick={onPresent}>
            {words.present}
          </Button>
          <Button size="large" disabled={!isDone} onClick={() => void begin()}>
            {words.again}
          </Button>
        </p>
        <p className={styles.soft}>{words.notes}</p>
      </section>
      <section aria-label={words.list} className={styles.beats}>
        <ol>
          {run.talk.beats.map(({ title }, index) => (
            <BeatRow key={index} title={title} number={index + 1} readiness={readiness[index]} />
          ))}
        </ol>
      </section>
      <div className={styles.app} aria-label={words.app} role="region">
        <StagePreview />
      </div>
    </main>
  )
}

interface BeatRowProps {
  readonly title: string
  readonly number: number
  readonly readiness: BeatReadiness | undefined
}

const MARKS = { waiting: '○', opening: '◌', works: '✓', broken: '✗' }

function BeatRow({ title, number, readiness = { state: 'waiting' } }: BeatRowProps) {
  const { state } = readiness
  return (
    <li className={styles.beat} data-state={state}>
      <span aria-hidden>{MARKS[state]}</span>
      <span>
        {number} · {title}
      </span>
      <span className={styles.soft}>
        {words.states[state]}
        {readiness.state === 'broken' && `: ${readiness.reason}`}
      </span>
    </li>
  )
}

function countDone(readiness: readonly BeatReadiness[]): number {
  return readiness.filter(({ state }) => state === 'works' || state === 'broken').length
}

function sumUp(readiness: readonly BeatReadiness[]): string {
  const works = readiness.filter(({ state }) => state === 'works').length
  return works === readiness.length ? words.allWork(works) : words.someWork(works, readiness.length)
}
