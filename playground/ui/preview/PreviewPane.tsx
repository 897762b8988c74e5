// The preview: address bar, the learner's app (the engine puts its iframe in), and what takes its place before it runs
// or when something is wrong.
import { useCallback } from 'react'
import { StartCard } from '../boot/StartCard.tsx'
import { BootStages } from '../boot/BootStages.tsx'
import { joinClasses } from '../controls/join-classes.ts'
import { ReplacedCard } from '../engine/ReplacedCard.tsx'
import { useSession, useStatus } from '../store/session-context.tsx'
import { AddressBar } from './AddressBar.tsx'
import { ErrorCards } from './ErrorCards.tsx'
import { FailureCard } from './FailureCard.tsx'
import { HeldLine } from './HeldLine.tsx'
import { NotAnswering } from './NotAnswering.tsx'
import styles from './preview.module.css'

export function PreviewPane() {
  const session = useSession()
  const engine = useStatus('engine')
  const failure = useStatus('failure')
  const preview = useStatus('preview')
  const replaced = useStatus('replaced')
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      session.attachPreview(element)
      return () => session.attachPreview(null)
    },
    [session],
  )
  const covered =
    engine === 'stopped' || engine === 'failed' || (engine === 'starting' && preview === null)
  return (
    <div className={styles.pane}>
      <AddressBar />
      <ErrorCards />
      {replaced && engine === 'running' && <ReplacedCard failure={replaced} />}
      {failure && engine === 'running' && <FailureCard failure={failure} />}
      <HeldLine />
      {preview && !preview.answering && engine === 'running' && <NotAnswering />}
      <div className={styles.stage}>
        <div ref={attach} className={styles.frame} data-preview />
        <div className={joinClasses(styles.cover, !covered && styles.uncovered)}>
          {engine === 'stopped' && <StartCard />}
          {(engine === 'starting' || engine === 'failed') && <BootStages />}
        </div>
      </div>
    </div>
  )
}
