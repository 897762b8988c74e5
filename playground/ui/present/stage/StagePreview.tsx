// The app of the beat, enlarged, with its address in full.
import { useCallback } from 'react'
import { useSession, useStatus, useWorkspace } from '../../store/session-context.tsx'
import { presentCopy } from '../present-copy.ts'
import styles from './stage.module.css'

export function StagePreview() {
  const session = useSession()
  const engine = useStatus('engine')
  const preview = useStatus('preview')
  const stages = useStatus('stages')
  const starter = useWorkspace((state) => state.starter)
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      session.attachPreview(element)
      return () => session.attachPreview(null)
    },
    [session],
  )
  const isCovered = engine !== 'running' && preview === null
  const current = stages.find(({ state }) => state === 'running')
  return (
    <section className={styles.preview} aria-label={presentCopy.preview}>
      <p className={styles.paneHead}>
        <code>{preview?.address ?? starter.path}</code>
      </p>
      <div className={styles.frameRoom}>
        <div ref={attach} className={styles.frame} data-preview />
        {isCovered && (
          <p className={styles.cover}>
            {engine === 'starting' && presentCopy.apps.starting} {current?.name}
          </p>
        )}
      </div>
    </section>
  )
}
