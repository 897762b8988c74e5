// A phone on the lectern: every beat with its notes, and a timer of its own. No engine starts, nothing is synced.
import { useState } from 'react'
import { minutesOf } from '../../present/talk.ts'
import { Button } from '../controls/Button.tsx'
import { joinClasses } from '../controls/join-classes.ts'
import { Notes } from './Notes.tsx'
import { Opening, OpeningFailed } from './Screens.tsx'
import { presentCopy } from './present-copy.ts'
import { formatClock, useSecondsSince } from './use-clock.ts'
import { useTalk } from './use-talk.ts'
import { useWakeLock } from './use-wake-lock.ts'
import tokens from '../tokens.module.css'
import styles from './notes.module.css'

export function BeatList({ slug }: { readonly slug: string }) {
  const { talk, failure } = useTalk(slug)
  const [begun, setBegun] = useState<number | null>(null)
  const seconds = useSecondsSince(begun)
  useWakeLock()
  if (failure) return <OpeningFailed failure={failure} />
  if (!talk) return <Opening>{presentCopy.opening}</Opening>
  const { list } = presentCopy
  return (
    <main className={joinClasses(tokens.tokens, styles.list)}>
      <h1>{talk.title}</h1>
      <p className={styles.soft}>{list.line}</p>
      <div className={styles.timer}>
        <span role="timer" aria-label={presentCopy.notes.timer} className={styles.clock}>
          {formatClock(seconds)}
        </span>
        <span>{presentCopy.ofMinutes(minutesOf(talk))}</span>
        <Button size="large" onClick={() => setBegun(begun === null ? Date.now() : null)}>
          {begun === null ? list.begin : list.pause}
        </Button>
      </div>
      <ol className={styles.beats}>
        {talk.beats.map((beat, index) => (
          <li key={index}>
            <h2>
              {index + 1} · {beat.title}
            </h2>
            <p className={styles.soft}>
              {presentCopy.minutes(beat.minutes)} · <code>{beat.file}</code>
            </p>
            <Notes beat={beat} />
          </li>
        ))}
      </ol>
    </main>
  )
}
