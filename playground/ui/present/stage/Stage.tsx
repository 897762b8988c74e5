// The stage: one beat, large. Code beside the app over the wire; from 768 to 1280 pixels code over the app, and the wire
// on W. No toasts, no hints, no dialogs that ask: what fails is one calm line, and R.
import * as Tooltip from 'radix-ui/tooltip'
import { lazy, Suspense, useEffect, useState, type CSSProperties } from 'react'
import { joinClasses } from '../../controls/join-classes.ts'
import { LiveRegion } from '../../layout/LiveRegion.tsx'
import { useMedia } from '../../layout/use-media.ts'
import { useStatus, useViewStore } from '../../store/session-context.tsx'
import { readPresentAddress, stageSearch } from '../present-address.ts'
import { presentCopy } from '../present-copy.ts'
import { useBeat, useIsEmbedded, useStage, useStageState } from '../stage-context.tsx'
import type { StageAction } from '../stage-keys.ts'
import { useStageScheme } from '../use-stage-scheme.ts'
import { useWakeLock } from '../use-wake-lock.ts'
import { StageBar } from './StageBar.tsx'
import { StageCode } from './StageCode.tsx'
import { StageDock } from './StageDock.tsx'
import type { StageDialogName } from './StageDialogs.tsx'
import { StagePreview } from './StagePreview.tsx'
import { useNotes } from './use-notes.ts'
import { useStageKeys } from './use-stage-keys.ts'
import tokens from '../../tokens.module.css'
import styles from './stage.module.css'

const StageDialogs = lazy(async () => ({
  default: (await import('./StageDialogs.tsx')).StageDialogs,
}))

/** Pixels of code. Never under 18: nobody in the last row could read it. */
const SIZES = { first: 20, step: 2, least: 18, most: 40 }

export function Stage() {
  const run = useStage()
  const isEmbedded = useIsEmbedded()
  const { beat, isBlank } = useStageState()
  const [size, setSize] = useState(SIZES.first)
  const [isWireAlone, setWireAlone] = useState(false)
  const [dialog, setDialog] = useState<StageDialogName | null>(null)
  const hasRoom = useMedia('(min-width: 1280px)')
  const toggleDark = useStageScheme()
  const openNotes = useNotes(run, isEmbedded)
  useWakeLock()
  useFirstBeat()
  useFollowBeat()
  const resize = (by: number) =>
    setSize(Math.min(SIZES.most, Math.max(SIZES.least, size + by * SIZES.step)))
  // Only itself: by then a key may have opened the next.
  const close = (name: StageDialogName) => setDialog((shown) => (shown === name ? null : shown))
  const act = (action: StageAction) => {
    if (action === 'next' || action === 'previous') void run.move(action === 'next' ? 1 : -1)
    else if (action === 'reset') void run.reset()
    else if (action === 'blank') run.setBlank(!isBlank)
    else if (action === 'larger' || action === 'smaller') resize(action === 'larger' ? 1 : -1)
    else if (action === 'wire') setWireAlone(!isWireAlone)
    else if (action === 'step') run.step().catch(() => undefined)
    else if (action === 'dark') toggleDark()
    else if (action === 'full-screen') toggleFullScreen()
    else if (action === 'notes') openNotes()
    else if (action === 'leave') leave(run.talk.page, isEmbedded)
    else setDialog(action)
  }
  useStageKeys(act)
  return (
    <Tooltip.Provider delayDuration={400}>
      <div
        className={joinClasses(tokens.tokens, styles.stage)}
        style={toSize(size)}
        data-room={hasRoom}
        data-alone={isWireAlone}
      >
        <StageBar onAct={act} />
        <div role="main" className={styles.panes}>
          <StageCode key={`code ${beat}`} size={size} />
          <StagePreview />
          {(hasRoom || isWireAlone) && <StageDock key={`dock ${beat}`} isAlone={isWireAlone} />}
        </div>
        <Trouble />
        {isBlank && (
          <div className={styles.blank} role="img" aria-label={presentCopy.blank} data-blank />
        )}
        <LiveRegion />
        <Suspense fallback={null}>
          {dialog && <StageDialogs key={dialog} open={dialog} onClose={() => close(dialog)} />}
        </Suspense>
      </div>
    </Tooltip.Provider>
  )
}

function toSize(size: number): CSSProperties {
  return { ['--stage-code' as string]: `${size}px` }
}

/** In a deck, a frame starts when it is seen: others that wait beside it must not take the engine from each other. */
function useFirstBeat(): void {
  const run = useStage()
  const isEmbedded = useIsEmbedded()
  useEffect(() => {
    // Not the beat that was opened last while everything got ready.
    const begin = () => void run.goTo(readPresentAddress(window.location.search).beat)
    if (!isEmbedded) return begin()
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      seen.disconnect()
      begin()
    })
    seen.observe(document.documentElement)
    return () => seen.disconnect()
  }, [run, isEmbedded])
}

/** The beat is in the address, and is said. */
function useFollowBeat(): void {
  const run = useStage()
  const view = useViewStore()
  const isEmbedded = useIsEmbedded()
  const { beat } = useStageState()
  const { title } = useBeat()
  useEffect(() => {
    window.history.replaceState(null, '', stageSearch(beat, isEmbedded))
    view.say(presentCopy.moved(beat + 1, run.talk.beats.length, title))
    document.title = `${beat + 1} · ${title}`
  }, [run, view, beat, title, isEmbedded])
}

function Trouble() {
  const run = useStage()
  const { trouble, app } = useStageState()
  const failure = useStatus('failure')
  const preview = useStatus('preview')
  const engine = useStatus('engine')
  const isHung = engine === 'running' && preview !== null && !preview.answering
  const words = trouble ?? failure?.message ?? (isHung ? presentCopy.hung : null)
  if (words === null || app === 'opening' || app === 'starting') return null
  return (
    <p className={styles.trouble} role="status" data-trouble>
      {words} {presentCopy.resetHint}{' '}
      <button type="button" className={styles.tab} onClick={() => void run.reset()}>
        {presentCopy.tryAgain}
      </button>
    </p>
  )
}

function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  done.catch(() => undefined) // The browser, or the page around a frame, does not allow it.
}

function leave(page: string, isEmbedded: boolean): void {
  if (!isEmbedded) window.location.assign(page)
}
