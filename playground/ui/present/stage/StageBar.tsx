// The line on top: which lesson, which beat, whether the app is ready, and three buttons for a mouse.
import { useStatus } from '../../store/session-context.tsx'
import { presentCopy } from '../present-copy.ts'
import { useBeat, useIsEmbedded, useStage, useStageState } from '../stage-context.tsx'
import type { StageAction } from '../stage-keys.ts'
import styles from './stage.module.css'

const BUTTONS = [
  { action: 'notes', words: presentCopy.notesButton },
  { action: 'audience', words: presentCopy.audienceButton },
  { action: 'keys', words: presentCopy.keysButton },
  { action: 'leave', words: presentCopy.leave },
] as const

export function StageBar({ onAct }: { readonly onAct: (action: StageAction) => void }) {
  const { talk } = useStage()
  const { beat, app } = useStageState()
  const { title, lesson, step } = useBeat()
  const isEmbedded = useIsEmbedded()
  const stepping = useStatus('stepping')
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>
        <span className={styles.talk}>{talk.title}</span> {title}
      </h1>
      {stepping.isOn && <span className={styles.mark}>{presentCopy.stepped}</span>}
      <span className={styles.position}>{presentCopy.position(beat + 1, talk.beats.length)}</span>
      <span className={styles.app} data-app={app} role="status">
        {presentCopy.apps[app]}
      </span>
      {isEmbedded ? (
        <a
          className={styles.tab}
          href={`/learn/${lesson}/#${step}`}
          target="_blank"
          rel="noreferrer"
        >
          {presentCopy.openHere}
        </a>
      ) : (
        BUTTONS.map(({ action, words }) => (
          <button key={action} type="button" className={styles.tab} onClick={() => onAct(action)}>
            {words}
          </button>
        ))
      )}
    </header>
  )
}
