// The right column of the wide layouts: the preview over the dock. Sizes are kept in this browser, under `id`.
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { copy } from '../copy.ts'
import { Dock } from '../dock/Dock.tsx'
import { PreviewPane } from '../preview/PreviewPane.tsx'
import { layoutStorage } from './layout-storage.ts'
import { Pane } from './Pane.tsx'
import styles from './layout.module.css'

interface PreviewOverDockProps {
  readonly id: string
}

export function PreviewOverDock({ id }: PreviewOverDockProps) {
  const rows = useDefaultLayout({ id, storage: layoutStorage })
  return (
    <Group orientation="vertical" className={styles.group} {...rows}>
      <Panel id="preview" defaultSize="55%" minSize={120}>
        <Pane name="preview" label={copy.panes.preview}>
          <PreviewPane />
        </Pane>
      </Panel>
      <Separator className={styles.down} aria-label={copy.panes.resizeDock} />
      <Panel id="dock" defaultSize="45%" minSize={120}>
        <Pane name="wire" label={copy.panes.dock}>
          <Dock />
        </Pane>
      </Panel>
    </Group>
  )
}
