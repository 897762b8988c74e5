// Above the wire: kinds, what is left out at first, a text, and Clear.
import { Footprints, Pause, Play, Trash2 } from 'lucide-react'
import * as ToggleGroup from 'radix-ui/toggle-group'
import { copy } from '../copy.ts'
import { IconButton } from '../controls/Button.tsx'
import controls from '../controls/controls.module.css'
import { joinClasses } from '../controls/join-classes.ts'
import {
  useSession,
  useStatus,
  useViewStore,
  useWire,
  useWireStore,
} from '../store/session-context.tsx'
import { WIRE_KINDS } from '../store/wire-store.ts'
import { ExportMenu } from './WireMenus.tsx'
import styles from './wire.module.css'

export function WireFilters({ hidden }: { readonly hidden: number }) {
  const store = useWireStore()
  const { kind, prefetch, assets, text } = useWire((state) => state.filter)
  const session = useSession()
  const view = useViewStore()
  const stepping = useStatus('stepping')
  const engine = useStatus('engine')
  const clear = async () => {
    await session.clearTrace().catch(() => undefined) // Not running: there is nothing to clear in the broker.
    store.choose(null)
    view.say(copy.wire.cleared)
  }
  const chooseKind = (value: string) => {
    const chosen = WIRE_KINDS.find((name) => name === value)
    if (chosen) store.setFilter({ kind: chosen })
  }
  return (
    <div className={styles.filters}>
      <ToggleGroup.Root
        type="single"
        className={styles.kinds}
        value={kind}
        onValueChange={chooseKind}
        aria-label={copy.wire.filterLabel}
      >
        {WIRE_KINDS.map((name) => (
          <ToggleGroup.Item key={name} value={name} className={styles.kind}>
            {copy.wire.filters[name]}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={prefetch}
          onChange={({ target }) => store.setFilter({ prefetch: target.checked })}
        />
        {copy.wire.prefetch}
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={assets}
          onChange={({ target }) => store.setFilter({ assets: target.checked })}
        />
        {copy.wire.assets}
      </label>
      <input
        type="search"
        className={joinClasses(controls.field, styles.search)}
        aria-label={copy.wire.search}
        placeholder={copy.wire.search}
        value={text}
        onChange={({ target }) => store.setFilter({ text: target.value })}
      />
      <span className={styles.hiddenCount}>{hidden > 0 ? copy.wire.hidden(hidden) : ''}</span>
      <IconButton
        small
        label={copy.wire.stepThrough}
        icon={<Footprints aria-hidden />}
        aria-pressed={stepping.isOn}
        unavailable={engine !== 'running'}
        onClick={() => void session.setStepping(!stepping.isOn).catch(() => undefined)}
      />
      <PauseButton />
      <ExportMenu />
      <IconButton
        small
        label={copy.wire.clear}
        icon={<Trash2 aria-hidden />}
        onClick={() => void clear()}
      />
    </div>
  )
}

/** New exchanges are kept meanwhile, and wait: the list stands still for who reads or shows it. */
function PauseButton() {
  const store = useWireStore()
  const session = useSession()
  const isPaused = useWire((state) => state.pausedWith !== null)
  const pause = () => store.pauseWith(session.exchanges.get().map(({ id }) => id))
  return (
    <IconButton
      small
      label={isPaused ? copy.wire.resume : copy.wire.pause}
      icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
      onClick={isPaused ? store.resume : pause}
    />
  )
}
