// Step-through: what is about to cross, and the four buttons. Above every tab of the dock while it is on.
import { CircleStop, FastForward, Pause, Play, RotateCcw, StepForward } from 'lucide-react'
import { useEffect, useState } from 'react'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useSession, useStatus, useViewStore } from '../store/session-context.tsx'
import { toFailure } from '../../runtime/wire/failure.ts'
import { PLACE_NAMES, shownPath } from './places.ts'
import { useHeld, type Held } from './use-held.ts'
import styles from './wire.module.css'

/** Milliseconds between two hops while it plays. */
const PACE = 1_200

export function StepBar() {
  const stepping = useStatus('stepping')
  const engine = useStatus('engine')
  return stepping.isOn && engine === 'running' ? <Steps /> : null
}

function Steps() {
  const session = useSession()
  const view = useViewStore()
  const held = useHeld()
  const [isPlaying, setPlaying] = useState(false)
  const run = (work: Promise<void>) =>
    work.catch((cause: unknown) => view.tell(toFailure('step', cause).message))
  const id = held?.hop.id
  useEffect(() => {
    if (!isPlaying || id === undefined) return
    const timer = setTimeout(() => void session.step('hop').catch(() => undefined), PACE)
    return () => clearTimeout(timer)
  }, [isPlaying, id, session])
  const again = async () => {
    await session.setStepping(false)
    await session.setStepping(true)
    await session.move('reload')
  }
  return (
    <div className={styles.steps} role="toolbar" aria-label={copy.wire.stepThrough}>
      <p className={styles.stepLine} role="status">
        {held ? describeHeld(held) : copy.wire.nothingHeld}
      </p>
      <Button look="quiet" onClick={() => void run(again())}>
        <RotateCcw aria-hidden /> {copy.wire.stepReset}
      </Button>
      <Button look="quiet" aria-pressed={isPlaying} onClick={() => setPlaying(!isPlaying)}>
        {isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />} {copy.wire.stepPlay}
      </Button>
      <Button look="primary" disabled={held === null} onClick={() => void run(session.step('hop'))}>
        <StepForward aria-hidden /> {copy.wire.step}
      </Button>
      <Button
        look="quiet"
        disabled={held === null}
        onClick={() => void run(session.step('exchange'))}
      >
        <FastForward aria-hidden /> {copy.wire.stepSkip}
      </Button>
      <Button look="quiet" onClick={() => void run(session.setStepping(false))}>
        <CircleStop aria-hidden /> {copy.wire.stepOff}
      </Button>
    </div>
  )
}

function describeHeld({ hop, place }: Held): string {
  const { from, to } = hop
  return copy.wire.held(
    place,
    PLACE_NAMES[from],
    PLACE_NAMES[to],
    `${hop['http.request.method']} ${shownPath(hop)}`,
  )
}
