'use client'
// Which crossing is shown, and whether the steps move by themselves. They do so once, slowly, and never when the
// reader asked their system for less motion; without JavaScript the drawing is whole and still.
import { useEffect, useState } from 'react'

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
  const [isPlaying, setPlaying] = useState(false)

  useEffect(() => {
    if (!matchMedia(LESS_MOTION).matches) setPlaying(true)
  }, [])

  useEffect(() => {
    if (!isPlaying) return
    const next = step === null ? 0 : step + 1
    const timer = setTimeout(() => {
      if (next < count) return setStep(next)
      setStep(null)
      setPlaying(false)
    }, MS_PER_STEP)
    return () => clearTimeout(timer)
  }, [isPlaying, step, count])

  return {
    step,
    isPlaying,
    goTo(wanted) {
      setPlaying(false)
      setStep(wanted)
    },
    play: () => setPlaying(true),
    pause: () => setPlaying(false),
  }
}
