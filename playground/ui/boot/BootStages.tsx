// The way to a running engine: named stages with their times. A stage that is slow says so; one that failed says what
// to do. Nothing for the first 400 ms, so that a quick start does not flash.
import { Check, Circle, LoaderCircle, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Failure } from '../../runtime/wire/failure.ts'
import type { Stage, StageState } from '../../runtime/wire/stage.ts'
import { copy, formatMs } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { joinClasses } from '../controls/join-classes.ts'
import { engineCopy } from '../engine/engine-copy.ts'
import { FailureCard } from '../preview/FailureCard.tsx'
import { useSession, useStatus } from '../store/session-context.tsx'
import styles from './boot.module.css'

const QUIET_MS = 400

export function BootStages() {
  const stages = useStatus('stages')
  const failure = useStatus('failure')
  const engine = useStatus('engine')
  const quiet = useQuietStart()
  const slow = stages.find((stage) => stage.state === 'slow')
  if (quiet && engine === 'starting') return null
  return (
    <div className={styles.boot}>
      {/* What to do now comes first: in a low pane the list would push it out of sight. */}
      {engine === 'failed' && failure && <BootFailure failure={failure} stages={stages} />}
      {stages.length > 0 && (
        <ol className={styles.stages} aria-label={copy.boot.label}>
          {stages.map((stage) => (
            <StageRow key={stage.name} stage={engine === 'failed' ? ended(stage) : stage} />
          ))}
        </ol>
      )}
      {slow && engine !== 'failed' && (
        <p className={styles.slow} role="status">
          {copy.boot.slow(copy.boot.stages[slow.name], Math.round((slow.ms ?? 0) / 1000))}
        </p>
      )}
    </div>
  )
}

/** A start that failed goes on with nothing, whatever was under way beside it. */
function ended(stage: Stage): Stage {
  return stage.state === 'running' || stage.state === 'slow'
    ? { ...stage, state: 'waiting' }
    : stage
}

function useQuietStart(): boolean {
  const [quiet, setQuiet] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(false), QUIET_MS)
    return () => clearTimeout(timer)
  }, [])
  return quiet
}

function StageRow({ stage: { name, state, ms, detail } }: { readonly stage: Stage }) {
  return (
    <li className={joinClasses(styles.stage, styles[state])}>
      <StageMark state={state} />
      <span className={styles.name}>{copy.boot.stages[name]}</span>
      <span className={styles.detail}>
        {state === 'running' || state === 'slow' ? detail : null}
      </span>
      <span className={styles.ms}>
        {state === 'done' && ms !== null ? formatMs(ms) : copy.boot.states[state]}
      </span>
    </li>
  )
}

function StageMark({ state }: { readonly state: StageState }) {
  if (state === 'done') return <Check aria-hidden />
  if (state === 'failed') return <X aria-hidden />
  if (state === 'waiting') return <Circle aria-hidden />
  return <LoaderCircle aria-hidden className={styles.turning} />
}

function BootFailure({
  failure,
  stages,
}: {
  readonly failure: Failure
  readonly stages: readonly Stage[]
}) {
  const session = useSession()
  const failed = stages.find((stage) => stage.state === 'failed')
  const wasRunning = stages.length > 0 && stages.every((stage) => stage.state === 'done')
  const takesOver = failure.code === 'open-elsewhere'
  const isReplaceable = useStatus('engineName') !== 'own' && !takesOver
  const start = () => void session.start({ takeOver: takesOver }).catch(() => undefined)
  return (
    <FailureCard
      failure={failure}
      title={
        failed
          ? copy.boot.failedTitle(copy.boot.stages[failed.name])
          : wasRunning
            ? copy.failure.title
            : copy.boot.failedWhole
      }
      action={
        <>
          {isReplaceable && (
            <Button
              look="primary"
              onClick={() => void session.useEngine('own').catch(() => undefined)}
            >
              {engineCopy.useOwn}
            </Button>
          )}
          <Button look={isReplaceable ? 'quiet' : 'primary'} onClick={start}>
            {takesOver ? copy.preview.takeOver : copy.bar.retry}
          </Button>
        </>
      }
    />
  )
}
