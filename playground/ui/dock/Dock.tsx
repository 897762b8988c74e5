// The dock: wire, data, jar, console. Tabs tell their counts in words.
import { Tabs } from 'radix-ui'
import { copy } from '../copy.ts'
import { ConsolePane } from '../console/ConsolePane.tsx'
import { DataPane } from '../data/DataPane.tsx'
import { JarPane } from '../jar/JarPane.tsx'
import { useReadable, useSession, useView, useViewStore } from '../store/session-context.tsx'
import { DOCK_TABS, type DockTab } from '../store/view-store.ts'
import { WirePane } from '../wire/WirePane.tsx'
import styles from './dock.module.css'

export function Dock() {
  const tab = useView((state) => state.dockTab)
  const view = useViewStore()
  const counts = useCounts()
  const choose = (value: string) => {
    const chosen = DOCK_TABS.find((name) => name === value)
    if (chosen) view.showDock(chosen)
  }
  return (
    <Tabs.Root className={styles.dock} value={tab} onValueChange={choose}>
      <Tabs.List className={styles.tabs} aria-label={copy.panes.dock}>
        {DOCK_TABS.map((name) => (
          <Tabs.Trigger
            key={name}
            value={name}
            className={styles.tab}
            aria-label={counts[name]?.words}
          >
            {copy.dock[name]}
            {counts[name] && <span className={styles.count}>{counts[name].count}</span>}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value="wire" className={styles.content} tabIndex={-1}>
        <WirePane />
      </Tabs.Content>
      <Tabs.Content value="data" className={styles.content} tabIndex={-1}>
        <DataPane />
      </Tabs.Content>
      <Tabs.Content value="jar" className={styles.content} tabIndex={-1}>
        <JarPane />
      </Tabs.Content>
      <Tabs.Content value="console" className={styles.content} tabIndex={-1}>
        <ConsolePane />
      </Tabs.Content>
    </Tabs.Root>
  )
}

type Counts = Partial<Record<DockTab, { readonly count: number; readonly words: string }>>

function useCounts(): Counts {
  const session = useSession()
  const exchanges = useReadable(session.exchanges).length
  const lines = useReadable(session.console).length
  const cookies = useReadable(session.jar)?.cookies.length ?? 0
  return {
    ...(exchanges > 0 && {
      wire: { count: exchanges, words: copy.dock.count(copy.dock.wire, exchanges, 'exchanges') },
    }),
    ...(cookies > 0 && {
      jar: { count: cookies, words: copy.dock.count(copy.dock.jar, cookies, 'cookies') },
    }),
    ...(lines > 0 && {
      console: { count: lines, words: copy.dock.count(copy.dock.console, lines, 'lines') },
    }),
  }
}
