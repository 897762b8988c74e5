// Before a talk: every beat is opened once, so that all it needs is there, and each says whether it works.
// Runs on the site's page.
import { createReadable, type Readable } from '../runtime/workspace/readable.ts'
import type { StageRun } from './stage-run.ts'

export type BeatReadiness =
  | { readonly state: 'waiting' | 'opening' | 'works' }
  | { readonly state: 'broken'; readonly reason: string }

export interface GettingReady extends Readable<readonly BeatReadiness[]> {
  /** Opens them one after the other; again from the first when called again. */
  run(): Promise<void>
  /** The stage takes over: no beat is opened any more. */
  stop(): void
}

const WAITING: BeatReadiness = { state: 'waiting' }

export function createGettingReady(stage: Pick<StageRun, 'talk' | 'tryBeat'>): GettingReady {
  const { beats } = stage.talk
  const state = createReadable<readonly BeatReadiness[]>(beats.map(() => WAITING))
  const set = (index: number, readiness: BeatReadiness) =>
    state.set(state.get().with(index, readiness))
  let turn = 0
  return {
    get: state.get,
    subscribe: state.subscribe,
    async run() {
      const own = ++turn
      state.set(beats.map(() => WAITING))
      for (const index of beats.keys()) {
        set(index, { state: 'opening' })
        const reason = await stage.tryBeat(index)
        if (own !== turn) return
        set(index, reason === null ? { state: 'works' } : { state: 'broken', reason })
      }
    },
    stop: () => void (turn += 1),
  }
}

export function isOver(readiness: readonly BeatReadiness[]): boolean {
  return readiness.every(({ state }) => state === 'works' || state === 'broken')
}
