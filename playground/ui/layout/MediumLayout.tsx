// From 768 px: code, preview, or both, over a dock that can be hidden to its tab row.
import { PanelBottomClose, PanelBottomOpen } from 'lucide-react'
import * as ToggleGroup from 'radix-ui/toggle-group'
import { useState } from 'react'
import { Group, Panel, Separator, useDefaultLayout, usePanelRef } from 'react-resizable-panels'
import { copy } from '../copy.ts'
import { IconButton } from '../controls/Button.tsx'
import { Dock } from '../dock/Dock.tsx'
import { EditorPane } from '../editor/EditorPane.tsx'
import { PreviewPane } from '../preview/PreviewPane.tsx'
import { useView, useViewStore } from '../store/session-context.tsx'
import type { Split } from '../store/view-store.ts'
import { layoutStorage } from './layout-storage.ts'
import { Pane } from './Pane.tsx'
import styles from './layout.module.css'

const SPLITS: readonly { readonly value: Split; readonly text: string }[] = [
  { value: 'code', text: copy.panes.code },
  { value: 'preview', text: copy.panes.preview },
  { value: 'both', text: copy.panes.sideBySide },
]

const DOCK_ROW_PX = 36

export function MediumLayout({ hasTree = true }: { readonly hasTree?: boolean }) {
  const rows = useDefaultLayout({ id: 'both-ends.medium.rows', storage: layoutStorage })
  const dock = usePanelRef()
  const [isDockOpen, setDockOpen] = useState(true)
  const toggleDock = () =>
    dock.current?.isCollapsed() ? dock.current.expand() : dock.current?.collapse()
  return (
    <Group orientation="vertical" className={styles.group} {...rows}>
      <Panel id="top" defaultSize="62%" minSize={160}>
        <div className={styles.column}>
          <SplitChoice />
          <TopRow hasTree={hasTree} />
        </div>
      </Panel>
      <Separator className={styles.down} aria-label={copy.panes.resizeDock} />
      <Panel
        id="dock"
        panelRef={dock}
        defaultSize="38%"
        minSize={120}
        collapsible
        collapsedSize={DOCK_ROW_PX}
        onResize={({ inPixels }) => setDockOpen(inPixels > DOCK_ROW_PX + 4)}
      >
        <div className={styles.dockFrame}>
          <Pane name="wire" label={copy.panes.dock}>
            <Dock />
          </Pane>
          <IconButton
            small
            className={styles.dockToggle}
            label={isDockOpen ? copy.panes.hideDock : copy.panes.showDock}
            icon={isDockOpen ? <PanelBottomClose aria-hidden /> : <PanelBottomOpen aria-hidden />}
            onClick={toggleDock}
          />
        </div>
      </Panel>
    </Group>
  )
}

function SplitChoice() {
  const split = useView((state) => state.split)
  const view = useViewStore()
  const choose = (value: string) => {
    const chosen = SPLITS.find((entry) => entry.value === value)
    if (chosen) view.setState({ split: chosen.value })
  }
  return (
    <ToggleGroup.Root
      type="single"
      className={styles.splits}
      value={split}
      onValueChange={choose}
      aria-label={copy.panes.show}
    >
      {SPLITS.map(({ value, text }) => (
        <ToggleGroup.Item key={value} value={value} className={styles.split}>
          {text}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}

/** Both panes stay in the page, so that the app and the editor keep their state while one is hidden. */
function TopRow({ hasTree }: { readonly hasTree: boolean }) {
  const split = useView((state) => state.split)
  const columns = useDefaultLayout({ id: 'both-ends.medium.columns', storage: layoutStorage })
  return (
    <Group
      orientation="horizontal"
      className={styles.fill}
      data-split={split}
      disabled={split !== 'both'}
      {...columns}
    >
      <Panel
        id="code"
        defaultSize="50%"
        minSize={240}
        className={split === 'preview' ? styles.gone : undefined}
      >
        <Pane name="code" label={copy.panes.editor} isHidden={split === 'preview'}>
          <EditorPane hasTree={hasTree} />
        </Pane>
      </Panel>
      <Separator
        className={split === 'both' ? styles.across : styles.gone}
        aria-label={copy.panes.resizeCode}
      />
      <Panel
        id="preview"
        defaultSize="50%"
        minSize={240}
        className={split === 'code' ? styles.away : undefined}
      >
        <Pane name="preview" label={copy.panes.preview} isHidden={split === 'code'}>
          <PreviewPane />
        </Pane>
      </Panel>
    </Group>
  )
}
