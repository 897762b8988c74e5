// Under 768 px: one view at a time and a bar of four. All stay in the page, so that the app keeps running unseen.
// The first is given: the files of the playground, the text of a lesson.
import { Code, Files, MonitorPlay, Network, type LucideIcon } from 'lucide-react'
import { lazy, Suspense, type ReactNode } from 'react'
import { copy } from '../copy.ts'
import { joinClasses } from '../controls/join-classes.ts'
import { Dock } from '../dock/Dock.tsx'
import { EditorPane } from '../editor/EditorPane.tsx'
import { PreviewPane } from '../preview/PreviewPane.tsx'
import { useReadable, useSession, useView, useViewStore } from '../store/session-context.tsx'
import type { View } from '../store/view-store.ts'
import { Pane } from './Pane.tsx'
import styles from './layout.module.css'

/** A lesson has its text in that place. */
const FileTree = lazy(async () => ({ default: (await import('../files/FileTree.tsx')).FileTree }))

interface Tab {
  readonly view: View
  readonly text: string
  readonly icon: LucideIcon
}

const OTHERS: readonly Tab[] = [
  { view: 'code', text: copy.panes.editor, icon: Code },
  { view: 'preview', text: copy.panes.preview, icon: MonitorPlay },
  { view: 'wire', text: copy.dock.wire, icon: Network },
]

const FILES = { view: 'files', text: copy.panes.files, icon: Files } as const

interface NarrowLayoutProps {
  readonly first?: Tab & { readonly view: 'files' | 'read' }
  /** What the first view shows. */
  readonly children?: ReactNode
  /** Below the code. */
  readonly codeFoot?: ReactNode
}

export function NarrowLayout({
  first = FILES,
  children = <FileTree />,
  codeFoot = null,
}: NarrowLayoutProps) {
  const view = useView((state) => state.view)
  return (
    <>
      <div className={styles.views}>
        <Pane name={first.view} label={first.text} isHidden={view !== first.view}>
          <Suspense fallback={null}>{children}</Suspense>
        </Pane>
        <Pane name="code" label={copy.panes.editor} isHidden={view !== 'code'}>
          <div className={styles.column}>
            <div className={styles.fill}>
              <EditorPane />
            </div>
            {codeFoot}
          </div>
        </Pane>
        <Pane name="preview" label={copy.panes.preview} isHidden={view !== 'preview'}>
          <PreviewPane />
        </Pane>
        <Pane name="wire" label={copy.panes.dock} isHidden={view !== 'wire'}>
          <Dock />
        </Pane>
      </div>
      <ViewBar tabs={[first, ...OTHERS]} />
    </>
  )
}

function ViewBar({ tabs }: { readonly tabs: readonly Tab[] }) {
  const session = useSession()
  const view = useViewStore()
  const shown = useView((state) => state.view)
  const exchanges = useReadable(session.exchanges).length
  return (
    <nav className={styles.viewBar} aria-label={copy.panes.views}>
      {tabs.map(({ view: name, text, icon: Icon }) => (
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
