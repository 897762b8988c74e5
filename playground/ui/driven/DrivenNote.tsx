// Below the bar of a frame that another page drives: whose page it is.
import { useSyncExternalStore } from 'react'
import { copy } from '../copy.ts'
import { drivenBy } from './driven-by.ts'
import styles from './driven.module.css'

export function DrivenNote() {
  const by = useSyncExternalStore(drivenBy.subscribe, drivenBy.get, () => null)
  return by && <p className={styles.note}>{copy.bar.drivenBy(by.host)}</p>
}
