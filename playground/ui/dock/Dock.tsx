// The dock: wire, data, jar, console. Tabs tell their counts in words.
import * as Tabs from 'radix-ui/tabs'
import { lazy, Suspense } from 'react'
import { countExchanges } from '../../session/exchanges.ts'
import { copy } from '../copy.ts'
import { EngineMenu } from '../engine/EngineMenu.tsx'
import {
  useReadable,
  useSession,
  useStatus,
  useView,
  useViewStore,
} from '../store/session-context.tsx'
import { DOCK_TABS, type DockTab } from '../store/view-store.ts'
import tokens from '../tokens.module.css'
import styles from './dock.module.css'

const WirePane = lazy(async () => ({ default: (await import('../wire/WirePane.tsx')).WirePane }))
const StepBar = lazy(async () => ({ default: (await import('../wire/StepBar.tsx')).StepBar }))
const DataPane = lazy(async () => ({ default: (await import('../data/DataPane.tsx')).DataPane }))
const JarPane = lazy(async () => ({ default: (await import('../jar/JarPane.tsx')).JarPane }))
/** xterm comes with it. */
const TerminalPane = lazy(async () => ({
  default: (await import('../terminal/TerminalPane.tsx')).TerminalPane,
}))
const ConsolePane = lazy(async () => ({
  default: (await import('../console/ConsolePane.tsx')).ConsolePane,
}))

export function Dock() {
  const hasTerminal = useStatus('engineName') === 'webcontainer'
  const tabs = DOCK_TABS.filter((name) => name !== 'terminal' || hasTerminal)
  const wanted = useView((state) => state.dockTab)
  const tab = tabs.includes(wanted) ? wanted : 'wire'
  const view = useViewStore()
  const isStepping = useStatus('stepping').isOn
  const choose = (value: string) => {
    const chosen = DOCK_TABS.find((name) => name === value)
    if (chosen) view.showDock(chosen)
  }
  return (
    <Tabs.Root className={styles.dock} value={tab} onValueChange={choose}>
      <div className={styles.head}>
        <DockTabs tabs={tabs} />
        <div className={styles.engine}>
          <EngineMenu />
        </div>
      </div>
      {isStepping && (
        <Suspense fallback={null}>
          <StepBar />
        </Suspense>
      )}
      <Tabs.Content value="wire" className={styles.content} tabIndex={-1}>
        <Wire />
      </Tabs.Content>
      <Tabs.Content value="data" className={styles.content} tabIndex={-1}>
        <Suspense fallback={null}>
          <DataPane />
        </Suspense>
      </Tabs.Content>
      <Tabs.Content value="jar" className={styles.content} tabIndex={-1}>
        <Suspense fallback={null}>
          <JarPane />
        </Suspense>
      </Tabs.Content>
      <Tabs.Content value="console" className={styles.content} tabIndex={-1}>
        <Suspense fallback={null}>
          <ConsolePane />
        </Suspense>
      </Tabs.Content>
      {hasTerminal && (
        <Tabs.Content value="terminal" className={styles.content} tabIndex={-1}>
          <Suspense fallback={null}>
            <TerminalPane />
          </Suspense>
        </Tabs.Content>
      )}
    </Tabs.Root>
  )
}

/** Before a start there is nothing to list: what lists it loads with the engine. */
function Wire() {
  const isStopped = useStatus('engine') === 'stopped'
  const isEmpty = useReadable(useSession().exchanges).length === 0
  const nothing = (
    <div className={styles.nothing}>
      <p>{copy.wire.empty}</p>
    </div>
  )
  if (isStopped && isEmpty) return nothing
  return (
    <Suspense fallback={nothing}>
      <WirePane />
    </Suspense>
  )
}

/** Its own component: the counts change with every exchange, and the panes below need not be drawn anew for them. */
function DockTabs({ tabs }: { readonly tabs: readonly DockTab[] }) {
  const counts = useCounts()
  return (
    <Tabs.List className={styles.tabs} aria-label={copy.panes.dock}>
      {tabs.map((name) => (
        <Tabs.Trigger key={name} value={name} className={styles.tab}>
          {copy.dock[name]}
          {counts[name] && <Count {...counts[name]} />}
        </Tabs.Trigger>
      ))}
    </Tabs.List>
  )
}

interface CountProps {
  readonly count: number
  readonly unit: string
}

/** The number to see, the number with its word to hear. */
function Count({ count, unit }: CountProps) {
  return (
    <>
      <span className={styles.count} aria-hidden>
        {count}
      </span>
      <span className={tokens.visuallyHidden}>{copy.dock.count(count, unit)}</span>
    </>
  )
}

type Counts = Partial<Record<DockTab, CountProps>>

function useCounts(): Counts {
  const session = useSession()
  const exchanges = countExchanges(useReadable(session.exchanges))
  const lines = useReadable(session.console).length
  const cookies = useReadable(session.jar)?.cookies.length ?? 0
  return {
    ...(exchanges > 0 && {
      wire: { count: exchanges, unit: copy.dock.exchanges },
    }),
    ...(cookies > 0 && {
      jar: { count: cookies, unit: copy.dock.cookies },
    }),
    ...(lines > 0 && {
      console: { count: lines, unit: copy.dock.lines },
    }),
  }
}
