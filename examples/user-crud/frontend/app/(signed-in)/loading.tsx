import { NeedsScripts } from '@/components/needs-scripts'
import styles from './loading.module.css'

const rows = Array.from({ length: 6 }, (_, index) => index)

/** What stands in for every page behind the sign-in while its data is on the way. Part of the static shell. */
export default function Loading() {
  return (
    <div aria-busy="true">
      <NeedsScripts />
      <p className="hidden" role="status">
        Loading …
      </p>
      <div className={styles.title} aria-hidden="true" />
      <div className="card" aria-hidden="true">
        {rows.map((row) => (
          <div key={row} className={styles.row} />
        ))}
      </div>
    </div>
  )
}
