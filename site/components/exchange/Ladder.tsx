'use client'
import type { CSSProperties } from 'react'
import styles from './ladder.module.css'
import { columnOf, type Crossing, endOf, isAnswer, PLACE_NAMES, PLACES } from './recording.ts'

interface LadderProps {
  readonly crossings: readonly Crossing[]
  /** The crossing that is shown alone, or null for all of them. */
  readonly step: number | null
  onPick(step: number): void
}

export function Ladder({ crossings, step, onPick }: LadderProps) {
  return (
    <div className={styles.ladder} data-stepping={step !== null}>
      <div className={styles.places} aria-hidden="true">
        {PLACES.map((place) => (
          <span
            key={place}
            className={styles.place}
            data-end={columnOf(place) < 2 ? 'front' : 'back'}
          >
            {PLACE_NAMES[place]}
          </span>
        ))}
      </div>
      <div className={styles.rails} aria-hidden="true">
        {PLACES.map((place) => (
          <span key={place} className={styles.rail} />
        ))}
      </div>
      <ol className={styles.rungs}>
        {crossings.map((crossing, index) => (
          <li key={index}>
            <Rung crossing={crossing} isShown={index === step} onPick={() => onPick(index)} />
          </li>
        ))}
      </ol>
    </div>
  )
}

interface RungProps {
  readonly crossing: Crossing
  readonly isShown: boolean
  onPick(): void
}

function Rung({ crossing, isShown, onPick }: RungProps) {
  const { from, to, at, label } = crossing
  const place: CSSProperties & Record<`--${string}`, number> = {
    '--start': Math.min(columnOf(from), columnOf(to)),
    '--span': Math.abs(columnOf(to) - columnOf(from)),
  }
  return (
    <button
      type="button"
      className={styles.rung}
      style={place}
      data-end={endOf(crossing)}
      data-answer={isAnswer(crossing)}
      aria-current={isShown ? 'step' : undefined}
      onClick={onPick}
    >
      <span className={styles.at}>{at.toFixed(at < 10 ? 1 : 0)}</span>
      <span className={styles.track}>
        <span className={styles.label}>
          <span className="visually-hidden">{`${PLACE_NAMES[from]} to ${PLACE_NAMES[to]}: `}</span>
          {label}
        </span>
        <span className={styles.arrow} aria-hidden="true">
          <span className={styles.packet} />
        </span>
      </span>
    </button>
  )
}
