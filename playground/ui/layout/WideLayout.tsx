// From 1280 px: files, code, and the preview over the dock. Sizes are kept in this browser.
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { copy } from '../copy.ts'
import { EditorPane } from '../editor/EditorPane.tsx'
import { FileTree } from '../files/FileTree.tsx'
import { layoutStorage } from './layout-storage.ts'
import { Pane } from './Pane.tsx'
import { PreviewOverDock } from './PreviewOverDock.tsx'
import styles from './layout.module.css'

export function WideLayout() {
  const columns = useDefaultLayout({ id: 'both-ends.wide.columns', storage: layoutStorage })
  return (
    <Group orientation="horizontal" className={styles.group} {...columns}>
      <Panel id="files" defaultSize="16%" minSize={150} maxSize={420}>
        <Pane name="files" label={copy.panes.files}>
          <FileTree />
        </Pane>
      </Panel>
      <Separator className={styles.across} aria-label={copy.panes.resizeFiles} />
      <Panel id="code" defaultSize="42%" minSize={300}>
        <Pane name="code" label={copy.panes.editor}>
          <EditorPane />
        </Pane>
      </Panel>
      <Separator className={styles.across} aria-label={copy.panes.resizeCode} />
      <Panel id="right" defaultSize="42%" minSize={320}>
        <PreviewOverDock id="both-ends.wide.rows" />
      </Panel>
    </Group>
  )
}
