'use client'
// A recorded exchange as a ladder: four places side by side, time downwards, one arrow for each crossing.
// It is a drawing of a file; nothing runs. The playground's wire pane shows the live ones.
import Link from 'next/link'
import { Ladder } from './Ladder.tsx'
import styles from './exchange.module.css'
import { createUser as recording } from './generated/create-user.ts'
import type { Crossing } from './recording.ts'
import { type Stepping, useStepping } from './use-stepping.ts'

const LEGEND = 'Blue: browser and Next.js. Orange: FastAPI and SQLite. Dashed: answers.'

export function RecordedExchange() {
  const stepping = useStepping(recording.crossings.length)
  const shown = stepping.step === null ? null : (recording.crossings[stepping.step] ?? null)
  return (
    <section className={styles.screen} aria-label="A recorded exchange">
      <header className={styles.head}>
        <h2 className={styles.title}>{recording.title}</h2>
        <p className={styles.when}>
          recorded <time dateTime={recording.recordedOn}>{recording.recordedOn}</time>
        </p>
      </header>
      <Ladder crossings={recording.crossings} step={stepping.step} onPick={stepping.goTo} />
      <Words crossing={shown} isPlaying={stepping.isPlaying} />
      <Controls stepping={stepping} />
    </section>
  )
}

function Words({
  crossing,
  isPlaying,
}: {
  readonly crossing: Crossing | null
  readonly isPlaying: boolean
}) {
  const { crossings, where } = recording
  const total = crossings.at(-1)?.at ?? 0
  const whole = `One click, ${crossings.length} crossings, ${formatMs(total)}. Step through it to read each one.`
  return (
    <div className={styles.words}>
      <p aria-live={isPlaying ? 'off' : 'polite'}>{crossing?.sentence ?? whole}</p>
      <pre className={styles.message}>{(crossing?.message ?? [where, LEGEND]).join('\n')}</pre>
    </div>
  )
}

function Controls({ stepping }: { readonly stepping: Stepping }) {
  const { step, isPlaying, goTo, play, pause } = stepping
  const last = recording.crossings.length - 1
  return (
    <div className={styles.controls}>
      <fieldset className={styles.buttons} aria-label="Steps">
        <button
          type="button"
          onClick={() => goTo(step === null || step === 0 ? null : step - 1)}
          disabled={step === null}
        >
          Back
        </button>
        <button type="button" onClick={isPlaying ? pause : play}>
          {isPlaying ? 'Pause' : 'Play'}
        </button>
        <button
          type="button"
          onClick={() => goTo(step === null ? 0 : step + 1)}
          disabled={step === last}
        >
          Step
        </button>
        <span className={styles.count}>
          {step === null ? 'whole' : `${step + 1} of ${last + 1}`}
        </span>
      </fieldset>
      <Link className={styles.real} href="/play/?from=directory">
        Run this for real
      </Link>
    </div>
  )
}

function formatMs(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`
}
