// What a talk needs, kept on this device, and the rehearsal that proves it: no request leaves while it is on.
import { useEffect, useState } from 'react'
import { openOffline } from '../../offline/offline.ts'
import type { Talk } from '../../present/talk.ts'
import { toFailure } from '../../runtime/wire/failure.ts'
import { formatSize } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useReadable } from '../store/session-context.tsx'
import { presentCopy } from './present-copy.ts'
import styles from './ready.module.css'

const { kept: words } = presentCopy

export function KeptForTalk({ talk }: { readonly talk: Talk }) {
  const [offline] = useState(openOffline)
  const { kept, isRehearsing } = useReadable(offline.state)
  const [isKept, setKept] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const tell = (cause: unknown) => setTrouble(toFailure('keep', cause).message)
  useEffect(() => {
    let gone = false
    const keep = async () => {
      const lessons = new Set(talk.beats.map(({ lesson }) => lesson))
      for (const wish of ['site', 'engines', ...lessons]) await offline.keep(wish)
    }
    keep().then(
      () => !gone && setKept(true),
      (cause: unknown) => !gone && setTrouble(toFailure('keep', cause).message),
    )
    return () => {
      gone = true
    }
  }, [offline, talk])
  return (
    <div className={styles.kept}>
      <p role="status" data-kept={isKept}>
        {trouble ?? (isKept ? words.all(formatSize(kept)) : words.keeping(formatSize(kept)))}
      </p>
      {isKept && (
        <p className={styles.row}>
          <Button
            aria-pressed={isRehearsing}
            onClick={() => void offline.rehearse(!isRehearsing).catch(tell)}
          >
            {isRehearsing ? words.end : words.rehearse}
          </Button>
          <span className={styles.soft}>{isRehearsing ? words.rehearsing : words.rehearsal}</span>
        </p>
      )}
    </div>
  )
}
