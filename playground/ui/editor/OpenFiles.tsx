// The open files above the editor: a name, a mark when it differs from the starter, and a way to close it.
import { X } from 'lucide-react'
import { memo } from 'react'
import { copy } from '../copy.ts'
import { joinClasses } from '../controls/join-classes.ts'
import { useView, useViewStore, useWorkspace } from '../store/session-context.tsx'
import { shortName } from '../../runtime/workspace/path.ts'
import styles from './editor.module.css'

export const OpenFiles = memo(function OpenFiles() {
  const openFiles = useView((state) => state.openFiles)
  const active = useView((state) => state.activeFile)
  const changed = useWorkspace((state) => state.changed)
  const view = useViewStore()
  return (
    <ul className={styles.tabs} aria-label={copy.editor.tabs}>
      {openFiles.map((path) => (
        <li key={path} className={joinClasses(styles.tab, path === active && styles.activeTab)}>
          <button
            type="button"
            className={styles.tabName}
            aria-current={path === active}
            title={path}
            onClick={() => view.openFile(path)}
            onAuxClick={({ button }) => button === 1 && view.closeFile(path)}
          >
            {shortName(path, openFiles)}
            {changed.has(path) && (
              <span className={styles.dot} role="img" aria-label={copy.files.changed} />
            )}
          </button>
          <button
            type="button"
            className={styles.tabClose}
            aria-label={copy.editor.close(path)}
            onClick={() => view.closeFile(path)}
          >
            <X aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
})
