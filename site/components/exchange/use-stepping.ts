'use client'
// Which crossing is shown, and whether the steps move by themselves. They do so once, slowly, and never when the
// reader asked their system for less motion; without JavaScript the drawing is whole and still.
import { useEffect, useState, useSyncExternalStore } from 'react'

const MS_PER_STEP = 2600
const LESS_MOTION = '(prefers-reduced-motion: reduce)'

export interface Stepping {
  /** null shows the exchange as a whole. */
  readonly step: number | null
  readonly isPlaying: boolean
  goTo(step: number | null): void
  play(): void
  pause(): void
}

export function useStepping(count: number): Stepping {
  const [step, setStep] = useState<number | null>(null)
  const [wish, setWish] = useState<'none' | 'play' | 'pause'>('none')
  const lessMotion = useSyncExternalStore(watchLessMotion, wantsLessMotion, () => true)
  const isPlaying = wish === 'play' || (wish === 'none' && !lessMotion)

  useEffect(() => {
    if (!isPlaying) return
    const next = step === null ? 0 : step + 1
    const timer = setTimeout(() => {
      setStep(next < count ? next : null)
      if (next >= count) setWish('pause')
    }, MS_PER_STEP)
    return () => clearTimeout(timer)
  }, [isPlaying, step, count])

  return {
    step,
    isPlaying,
    goTo(wanted) {
      setWish('pause')
      setStep(wanted)
    },
    play: () => setWish('play'),
    pause: () => setWish('pause'),
  }
}

function watchLessMotion(onChange: () => void): () => void {
  const query = matchMedia(LESS_MOTION)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

function wantsLessMotion(): boolean {
  return matchMedia(LESS_MOTION).matches
}
