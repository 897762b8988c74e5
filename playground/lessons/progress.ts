// How far a learner is, kept in this browser: which checks of which steps have passed. Runs anywhere; the store is given.
import * as v from 'valibot'

export interface ProgressStore {
  read(): string | null
  /** May throw: a browser that keeps nothing loses progress with the page, and the files' own save says so. */
  write(text: string): void
}

const ProgressText = v.object({
  format: v.literal(1),
  /** Lesson → step → all its checks passed once. */
  done: v.record(v.string(), v.record(v.string(), v.boolean())),
  last: v.nullable(v.object({ lesson: v.string(), step: v.string() })),
})

export type ProgressState = v.InferOutput<typeof ProgressText>

export interface Progress {
  isDone(lesson: string, step: string): boolean
  /** Once done, a step stays so: later edits are another matter. */
  finish(lesson: string, step: string): void
  visit(lesson: string, step: string): void
  last(): ProgressState['last']
}

const EMPTY: ProgressState = { format: 1, done: {}, last: null }

export function createProgress(store: ProgressStore): Progress {
  let state = parseProgress(store.read())
  const set = (part: Partial<ProgressState>) => {
    state = { ...state, ...part }
    try {
      store.write(JSON.stringify(state))
    } catch {
      // Full or refused: nothing is lost but the ticks of earlier visits.
    }
  }
  return {
    isDone: (lesson, step) => state.done[lesson]?.[step] === true,
    finish: (lesson, step) =>
      set({ done: { ...state.done, [lesson]: { ...state.done[lesson], [step]: true } } }),
    visit: (lesson, step) => set({ last: { lesson, step } }),
    last: () => state.last,
  }
}

function parseProgress(text: string | null): ProgressState {
  if (text === null) return EMPTY
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), ProgressText), text)
  return parsed.success ? parsed.output : EMPTY
}
