// What the beat shows of what crossed: the wire with one exchange, or another tab of the dock, enlarged.
import { lazy, Suspense, useState } from 'react'
import { joinClasses } from '../../controls/join-classes.ts'
import { useStatus } from '../../store/session-context.tsx'
import { presentCopy } from '../present-copy.ts'
import { useBeat } from '../stage-context.tsx'
import { StageWire } from './StageWire.tsx'
import { HeldHop } from './HeldHop.tsx'
import styles from './stage.module.css'

/** Those of every engine. */
const TABS = ['wire', 'data', 'jar', 'console'] as const
type StageTab = (typeof TABS)[number]

const DataPane = lazy(async () => ({
  default: (await import('../../data/DataPane.tsx')).DataPane,
}))
const JarPane = lazy(async () => ({ default: (await import('../../jar/JarPane.tsx')).JarPane }))
const ConsolePane = lazy(async () => ({
  default: (await import('../../console/ConsolePane.tsx')).ConsolePane,
}))

/** Keyed by the beat, which begins with its own tab. */
export function StageDock({ isAlone }: { readonly isAlone: boolean }) {
  const { dock } = useBeat()
  const [tab, setTab] = useState<StageTab>(dock)
  const stepping = useStatus('stepping')
  return (
    <section className={styles.dock} aria-label={presentCopy.dock[tab]}>
      <div className={styles.paneHead}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            className={joinClasses(styles.tab, name === tab && styles.shownTab)}
            aria-pressed={name === tab}
            onClick={() => setTab(name)}
          >
            {presentCopy.dock[name]}
          </button>
        ))}
        {stepping.isOn && <HeldHop />}
      </div>
      {tab === 'wire' ? (
        <StageWire isAlone={isAlone} />
      ) : (
        <div className={styles.enlarged}>
          <Suspense fallback={null}>
            {tab === 'data' && <DataPane />}
            {tab === 'jar' && <JarPane />}
            {tab === 'console' && <ConsolePane />}
          </Suspense>
        </div>
      )}
    </section>
  )
}
