// A pulse over a request's port, so that either side notices within seconds that the other was ended without a
// word: a worker or service worker that is killed closes nothing (Chromium 156 fires no `close` on the port,
// measured 24 Nov 2026). Counted in beats, not in time: a computer that slept must not look like a dead peer.

/** Milliseconds between beats. */
export const PULSE_INTERVAL = 3000
/** Beats without a word from the other side after which it counts as gone. */
export const MISSED_BEATS = 3

export interface Pulse {
  /** Anything came from the other side. */
  heard(): void
  stop(): void
}

/** Calls `onBeat` at each interval, and `onSilence` once when the other side said nothing for MISSED_BEATS. */
export function startPulse(interval: number, onBeat: () => void, onSilence: () => void): Pulse {
  let missed = 0
  const timer = setInterval(() => {
    missed += 1
    if (missed <= MISSED_BEATS) return onBeat()
    clearInterval(timer)
    onSilence()
  }, interval)
  return {
    heard() {
      missed = 0
    },
    stop: () => clearInterval(timer),
  }
}
