// Under 768 px: one view at a time and a bar of four. All stay in the page, so that the app keeps running unseen.
import { Code, Files, MonitorPlay, Network } from 'lucide-react'
import { copy } from '../copy.ts'
import { joinClasses } from '../controls/join-classes.ts'
import { Dock } from '../dock/Dock.tsx'
import { EditorPane } from '../editor/EditorPane.tsx'
import { FileTree } from '../files/FileTree.tsx'
import { PreviewPane } from '../preview/PreviewPane.tsx'
import { useReadable, useSession, useView, useViewStore } from '../store/session-context.tsx'
import { Pane } from './Pane.tsx'
import styles from './layout.module.css'

const TABS = [
  { view: 'files', text: copy.panes.files, icon: Files },
  { view: 'code', text: copy.panes.editor, icon: Code },
  { view: 'preview', text: copy.panes.preview, icon: MonitorPlay },
  { view: 'wire', text: copy.dock.wire, icon: Network },
] as const

export function NarrowLayout() {
  const view = useView((state) => state.view)
  return (
    <>
      <div className={styles.views}>
        <Pane name="files" label={copy.panes.files} isHidden={view !== 'files'}>
          <FileTree />
        </Pane>
        <Pane name="code" label={copy.panes.editor} isHidden={view !== 'code'}>
          <EditorPane />
        </Pane>
        <Pane name="preview" label={copy.panes.preview} isHidden={view !== 'preview'}>
          <PreviewPane />
        </Pane>
        <Pane name="wire" label={copy.panes.dock} isHidden={view !== 'wire'}>
          <Dock />
        </Pane>
      </div>
      <ViewBar />
    </>
  )
}

function ViewBar() {
  const session = useSession()
  const view = useViewStore()
  const shown = useView((state) => state.view)
  const exchanges = useReadable(session.exchanges).length
  return (
    <nav className={styles.viewBar} aria-label={copy.panes.views}>
      {TABS.map(({ view: name, text, icon: Icon }) => (
        <button
          key={name}
          type="button"
          className={joinClasses(styles.viewTab, shown === name && styles.shownTab)}
          aria-current={shown === name}
          onClick={() => view.show(name)}
        >
          <Icon aria-hidden />
          <span>
            {text}
            {name === 'wire' && exchanges > 0 && <span className={styles.badge}> {exchanges}</span>}
          </span>
        </button>
      ))}
    </nav>
  )
}
