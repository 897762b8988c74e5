// The line under the editor: where the cursor is, the language, the errors of this file, and whether it is kept.
import { isDriven } from '../bar/embedded.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useSession, useStatus, useViewStore, useWorkspace } from '../store/session-context.tsx'
import { downloadZip } from '../bar/download-zip.ts'
import type { Cursor } from './EditorPane.tsx'
import { languageOf } from './language-of.ts'
import styles from './editor.module.css'

export function StatusLine({
  path,
  cursor,
}: {
  readonly path: string | null
  readonly cursor: Cursor
}) {
  const saving = useWorkspace((state) => state.saving)
  const errors = useStatus('errors')
  const session = useSession()
  const view = useViewStore()
  const own = errors.filter(({ place }) => place !== null && place.file === path)
  const first = own[0]?.place
  return (
    <div className={styles.status}>
      {path !== null && (
        <>
          <span>{copy.editor.place(cursor.line, cursor.column)}</span>
          <span>{languageOf(path).name}</span>
        </>
      )}
      {first && (
        <button type="button" className={styles.errorCount} onClick={() => view.goToPlace(first)}>
          {copy.editor.errorCount(own.length)}
        </button>
      )}
      {isDriven() ? (
        <span className={styles.saved}>{copy.bar.notKept}</span>
      ) : saving === 'failed' ? (
        <span className={styles.notSaved}>
          {copy.storage.failed}{' '}
          <Button look="link" onClick={() => downloadZip(session.workspace.get().files)}>
            {copy.storage.zip}
          </Button>{' '}
          {copy.storage.tail}
        </span>
      ) : (
        <span className={styles.saved}>
          {saving === 'saved' ? copy.bar.saved : copy.bar.unsaved}
        </span>
      )}
    </div>
  )
}
