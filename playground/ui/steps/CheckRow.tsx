// One check: its state by shape and word; when red, what was expected, what was got, and the way there.
import { Check, Circle, CircleAlert, LoaderCircle, X } from 'lucide-react'
import type { CheckView } from '../../lessons/lesson-state.ts'
import type { Mismatch, Where } from '../../lessons/checks/mismatch.ts'
import { Button } from '../controls/Button.tsx'
import { joinClasses } from '../controls/join-classes.ts'
import { useSession, useViewStore, useWireStore } from '../store/session-context.tsx'
import { lessonCopy } from '../lesson/lesson-copy.ts'
import tokens from '../tokens.module.css'
import styles from './steps.module.css'

const ICONS = {
  waiting: Circle,
  running: LoaderCircle,
  passed: Check,
  failed: X,
  'not-run': CircleAlert,
} as const

export function CheckRow({ name, outcome, isRunning, isStale }: CheckView) {
  const state = isRunning ? 'running' : (outcome?.state ?? 'waiting')
  const Icon = ICONS[state]
  return (
    <li className={joinClasses(styles.check, isStale && styles.stale)} data-state={state}>
      <Icon aria-hidden className={styles.checkIcon} />
      <div className={styles.checkText}>
        <p>
          <span className={tokens.visuallyHidden}>{lessonCopy.states[state]}: </span>
          {name}
        </p>
        {!isRunning && outcome?.state === 'failed' && <Difference {...outcome.mismatch} />}
        {!isRunning && outcome?.state === 'not-run' && (
          <p className={styles.reason}>{lessonCopy.couldNotRun(outcome.reason)}</p>
        )}
      </div>
    </li>
  )
}

function Difference({ expected, got, where }: Mismatch) {
  return (
    <>
      <dl className={styles.difference}>
        <dt>{lessonCopy.expected}</dt>
        <dd>{expected}</dd>
        <dt>{lessonCopy.got}</dt>
        <dd>{got}</dd>
      </dl>
      {where && <WayThere where={where} />}
    </>
  )
}

function WayThere({ where }: { readonly where: Where }) {
  const session = useSession()
  const view = useViewStore()
  const wire = useWireStore()
  switch (where.type) {
    case 'exchange': {
      const go = () => {
        view.showDock('wire')
        wire.setFilter({ kind: 'all', text: '' })
        wire.toggle(where.id, true)
        wire.choose(where.id)
        wire.setDetail(true)
      }
      return <WayButton text={lessonCopy.seeWire(where.text)} onClick={go} />
    }
    case 'page': {
      const go = () => {
        view.show('preview')
        session.goto(where.path).catch(() => undefined) // The preview shows why.
      }
      return <WayButton text={lessonCopy.seePage(where.path)} onClick={go} />
    }
    case 'code': {
      const { file, line } = where.place
      return (
        <WayButton
          text={lessonCopy.seeCode(file, line)}
          onClick={() => view.goToPlace(where.place)}
        />
      )
    }
    case 'dock':
      return (
        <WayButton text={lessonCopy.seeDock[where.tab]} onClick={() => view.showDock(where.tab)} />
      )
    default:
      return where satisfies never
  }
}

function WayButton({ text, onClick }: { readonly text: string; readonly onClick: () => void }) {
  return (
    <Button look="link" className={styles.way} onClick={onClick}>
      {text} →
    </Button>
  )
}
