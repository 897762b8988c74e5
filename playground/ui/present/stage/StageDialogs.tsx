// What lies over the stage for a moment: all beats, a number to go to, the keys, the address for the audience.
import {
  useCallback,
  useId,
  useState,
  type FormEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react'
import { Button } from '../../controls/Button.tsx'
import controls from '../../controls/controls.module.css'
import { joinClasses } from '../../controls/join-classes.ts'
import { presentCopy } from '../present-copy.ts'
import { useBeat, useStage, useStageState } from '../stage-context.tsx'
import { STAGE_KEYS } from '../stage-keys.ts'
import { QrCode } from './QrCode.tsx'
import styles from './dialogs.module.css'

export type StageDialogName = 'overview' | 'go-to' | 'keys' | 'audience'

interface DialogsProps {
  readonly open: StageDialogName
  readonly onClose: () => void
}

export function StageDialogs({ open, onClose }: DialogsProps) {
  switch (open) {
    case 'overview':
      return (
        <Dialog title={presentCopy.overview} onClose={onClose}>
          <Beats onClose={onClose} />
        </Dialog>
      )
    case 'go-to':
      return (
        <Dialog title={presentCopy.goTo} onClose={onClose}>
          <GoTo onClose={onClose} />
        </Dialog>
      )
    case 'keys':
      return (
        <Dialog title={presentCopy.keys} onClose={onClose}>
          <Keys />
        </Dialog>
      )
    case 'audience':
      return (
        <Dialog title={presentCopy.audience} onClose={onClose}>
          <Audience />
        </Dialog>
      )
  }
}

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

function Dialog({ title, onClose, children }: DialogProps) {
  const id = useId()
  const show = useCallback((element: HTMLDialogElement | null) => {
    if (element && !element.open) element.showModal()
  }, [])
  // At once, not when the browser tells that it has closed it: a key in between would be for nobody.
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault()
    onClose()
  }
  return (
    <dialog
      ref={show}
      className={styles.dialog}
      aria-labelledby={id}
      onCancel={cancel}
      onClose={onClose}
    >
      <h2 id={id}>{title}</h2>
      {children}
      <Button className={styles.close} onClick={onClose}>
        {presentCopy.close}
      </Button>
    </dialog>
  )
}

function Beats({ onClose }: { readonly onClose: () => void }) {
  const run = useStage()
  const { beat: shown } = useStageState()
  const go = (index: number) => {
    onClose()
    void run.goTo(index)
  }
  return (
    <ol className={styles.overview}>
      {run.talk.beats.map(({ title, minutes }, index) => (
        <li key={index}>
          <button
            type="button"
            className={joinClasses(styles.card, index === shown && styles.shownCard)}
            aria-current={index === shown ? 'step' : undefined}
            onClick={() => go(index)}
          >
            <strong>
              {index + 1} · {title}
            </strong>
            <span>{presentCopy.minutes(minutes)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}

function GoTo({ onClose }: { readonly onClose: () => void }) {
  const run = useStage()
  const [number, setNumber] = useState('')
  const go = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    if (/^\d+$/.test(number)) void run.goTo(Number(number) - 1)
  }
  return (
    <form className={styles.goTo} onSubmit={go}>
      <label>
        {presentCopy.number}{' '}
        <input
          className={controls.field}
          inputMode="numeric"
          autoComplete="off"
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
      </label>{' '}
      <Button type="submit" look="primary">
        {presentCopy.go}
      </Button>
    </form>
  )
}

function Keys() {
  return (
    <dl className={styles.keyList}>
      {STAGE_KEYS.map(({ action, shown, does }) => (
        <div key={action}>
          <dt>
            {shown.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}

function Audience() {
  const { lesson, step } = useBeat()
  const address = new URL(`/learn/${lesson}/#${step}`, window.location.href)
  const isLocal = /^(localhost|127\.|\[::1\])/.test(address.hostname)
  return (
    <div className={styles.audience}>
      <p>{presentCopy.audienceLine}</p>
      <QrCode address={address.href} />
      <p>
        <a href={address.href}>{address.href.replace(/^https?:\/\//, '')}</a>
      </p>
      {isLocal && <p>{presentCopy.localOnly}</p>}
    </div>
  )
}
