// Whether the work is kept, and how far it is from its starter.
import { Check, CloudOff } from 'lucide-react'
import { copy } from '../copy.ts'
import { useWorkspace } from '../store/session-context.tsx'
import { isDriven } from './embedded.ts'
import styles from './bar.module.css'

export function SaveMark() {
  const saving = useWorkspace((state) => state.saving)
  const changed = useWorkspace((state) => state.changed)
  if (isDriven()) return <span className={styles.saved}>{copy.bar.notKept}</span>
  return (
    <span className={styles.saved} title={copy.bar.files(changed.size)}>
      {saving === 'failed' ? (
        <CloudOff aria-hidden />
      ) : (
        <Check aria-hidden className={saving === 'saved' ? undefined : styles.hidden} />
      )}
      <span className={styles.savedText}>
        {saving === 'saved' && copy.bar.saved}
        {saving === 'unsaved' && copy.bar.unsaved}
        {saving === 'failed' && copy.bar.notSaved}
      </span>
    </span>
  )
}
