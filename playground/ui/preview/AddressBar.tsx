// Back, forward, reload, the address inside the app, and the app in a tab of its own.
import { ArrowLeft, ArrowRight, ExternalLink, RotateCw } from 'lucide-react'
import { useEffect, useState, type FormEvent } from 'react'
import { copy } from '../copy.ts'
import { IconButton } from '../controls/Button.tsx'
import { useSession, useStatus, useViewStore, useWorkspace } from '../store/session-context.tsx'
import styles from './preview.module.css'

export function AddressBar() {
  const session = useSession()
  const view = useViewStore()
  const engine = useStatus('engine')
  const preview = useStatus('preview')
  const startPath = useWorkspace(({ starter }) => starter.path)
  const shown = preview?.address ?? startPath
  const [typed, setTyped] = useState<string | null>(null)
  const off = engine !== 'running'
  useEffect(() => setTyped(null), [shown])
  const go = (event: FormEvent) => {
    event.preventDefault()
    const path = toPath(typed ?? shown)
    setTyped(null)
    if (!off) void session.goto(path)
  }
  const move = (direction: 'back' | 'forward' | 'reload') => () => void session.move(direction)
  return (
    <div className={styles.bar} role="group" aria-label={copy.panes.preview}>
      <IconButton
        label={copy.preview.back}
        icon={<ArrowLeft aria-hidden />}
        unavailable={off}
        onClick={move('back')}
      />
      <IconButton
        label={copy.preview.forward}
        icon={<ArrowRight aria-hidden />}
        unavailable={off}
        onClick={move('forward')}
      />
      <IconButton
        label={copy.preview.reload}
        icon={<RotateCw aria-hidden />}
        unavailable={off}
        onClick={move('reload')}
      />
      <form className={styles.addressForm} onSubmit={go}>
        <input
          className={styles.address}
          aria-label={copy.preview.address}
          value={typed ?? shown}
          readOnly={off}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          inputMode="url"
          enterKeyHint="go"
          onChange={({ target }) => setTyped(target.value)}
          onBlur={() => setTyped(null)}
          onKeyDown={({ key }) => key === 'Escape' && setTyped(null)}
        />
      </form>
      <IconButton
        label={copy.preview.openTab}
        icon={<ExternalLink aria-hidden />}
        unavailable={off}
        onClick={() => !session.openTab(shown) && view.tell(copy.preview.tabRefused)}
      />
    </div>
  )
}

/** What people type: a path, or the whole address with the app's own host before it. */
function toPath(typed: string): string {
  const path = typed.trim().replace(/^https?:\/\/localhost:3000/, '')
  return path.startsWith('/') ? path : `/${path}`
}
