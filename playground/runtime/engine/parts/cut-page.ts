// The first page opens while Python still starts, so that people see it early. The app's own time limit may end its
// question to FastAPI before there is one: such a page has to be opened again. Runs on the page.
import type { Hop } from '../../wire/hop.ts'
import type { EngineState } from '../engine.ts'

export interface CutPageWatch {
  follow(state: EngineState): void
  notice(hop: Hop): void
  /** Since the start: to be opened again once the engine runs. */
  isCut(): boolean
}

/** Opens the page again by itself when its question ends just after the engine came up. `now` in milliseconds since the epoch. */
export function watchCutPage(reopen: () => void, now: () => number = Date.now): CutPageWatch {
  let state: EngineState = 'stopped'
  let runningSince = 0
  let isCut = false
  return {
    follow(next) {
      state = next
      if (next === 'starting') isCut = false
      if (next === 'running') runningSince = now()
    },
    notice(hop) {
      const isEnded =
        hop.type === 'http' && hop.from === 'next' && hop.to === 'fastapi' && hop.failure !== null
      if (!isEnded) return
      if (state === 'starting') isCut = true
      // Asked before, ended after: on a slow machine both happen in the same moment.
      else if (state === 'running' && hop.startTime < runningSince) reopen()
    },
    isCut: () => isCut,
  }
}
