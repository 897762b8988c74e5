// Says when this device has no network, and whether both ends go on from what is kept.
import { WifiOff } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { copy } from '../copy.ts'
import styles from './bar.module.css'

export function OfflineMark() {
  const isOnline = useSyncExternalStore(
    watchNetwork,
    () => navigator.onLine,
    () => true,
  )
  const works = useEnginesAreKept(!isOnline)
  return (
    <span role="status">
      {!isOnline && (
        <span className={styles.saved} title={works ? copy.bar.offlineWorks : copy.bar.offlineOnly}>
          <WifiOff aria-hidden />
          <span className={styles.savedText}>
            {works ? copy.bar.offlineAndWorks : copy.bar.offlineNow}
          </span>
        </span>
      )}
    </span>
  )
}

function watchNetwork(onChange: () => void): () => void {
  const events = ['online', 'offline'] as const
  for (const name of events) window.addEventListener(name, onChange)
  return () => {
    for (const name of events) window.removeEventListener(name, onChange)
  }
}

function useEnginesAreKept(isAsked: boolean): boolean {
  const [areKept, setKept] = useState(false)
  useEffect(() => {
    if (!isAsked) return
    let gone = false
    // Without a network a script that is not kept does not load either: then the answer is no.
    readWhetherKept().then(
      (kept) => !gone && setKept(kept),
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [isAsked])
  return areKept
}

async function readWhetherKept(): Promise<boolean> {
  const { openOffline } = await import('../../offline/offline.ts')
  const offline = openOffline()
  await offline.look()
  const engines = offline.state.get().groups.find(({ name }) => name === 'engines')
  return engines !== undefined && engines.bytes > 0 && engines.download === 0
}
