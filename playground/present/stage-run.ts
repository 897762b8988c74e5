// A talk under way: which beat, and the app brought to that beat's start, always from the same files, with an empty jar,
// a new database and the true time. Runs on the site's page over a session; it draws nothing and keeps nothing.
import { createFailure, FailureError, toFailure } from '../runtime/wire/failure.ts'
import { createReadable, type Readable } from '../runtime/workspace/readable.ts'
import type { Starter } from '../runtime/workspace/starter.ts'
import type { PlaygroundSession } from '../session/session.ts'
import { runActs, waitForText } from './run-acts.ts'
import { FIRST_STATE, type StageState } from './stage-state.ts'
import type { Beat, Talk } from './talk.ts'

export interface StageRun extends Readable<StageState> {
  readonly talk: Talk
  /** The files of the beat that is shown. */
  starter(): Starter
  /** Shows the beat at once and brings the app to its start. Numbers outside the talk mean its first or last beat. */
  goTo(index: number): Promise<void>
  move(by: 1 | -1): Promise<void>
  /** Puts everything back to this beat's start. */
  reset(): Promise<void>
  /** Step-through: holds the requests, and lets one more of them go each time; ends it when none waits. */
  step(): Promise<void>
  setBlank(isBlank: boolean): void
  /** Begins the time, or puts it back to nothing. */
  toggleTimer(): void
  /** Opens the beat and looks whether it shows what it should; the answer is what is wrong, or null. */
  tryBeat(index: number): Promise<string | null>
}

export interface StageRunOptions {
  readonly talk: Talk
  /** One for each beat. */
  readonly starters: readonly Starter[]
  readonly session: PlaygroundSession
  readonly first?: number
}

export function createStageRun({ talk, starters, session, first = 0 }: StageRunOptions): StageRun {
  const last = talk.beats.length - 1
  const clamp = (index: number) => Math.min(last, Math.max(0, index))
  const state = createReadable<StageState>({ ...FIRST_STATE, beat: clamp(first) })
  const update = (part: Partial<StageState>) => state.set({ ...state.get(), ...part })
  const partsOf = (index: number): { beat: Beat; starter: Starter } => {
    const beat = talk.beats[index]
    const starter = starters[index]
    if (!beat || !starter) throw new RangeError(`${talk.slug} has no beat ${index}.`)
    return { beat, starter }
  }
  let turn = 0
  let opening: Promise<void> = Promise.resolve()
  /** One after the other; of those that are overtaken while they wait, only the last is opened. */
  const open = (index: number, isTrial = false): Promise<void> => {
    const own = ++turn
    const isRunning = session.status.get().engine === 'running'
    update({ app: isRunning ? 'opening' : 'starting', trouble: null, openedIn: null })
    opening = opening
      .catch(() => undefined)
      .then(() => (own === turn ? openNow(index, isTrial, () => own !== turn) : undefined))
    return opening
  }
  const openNow = async (index: number, isTrial: boolean, isStale: () => boolean) => {
    const { beat, starter } = partsOf(index)
    const start = performance.now()
    try {
      await bringTo(session, starter)
      await runActs(session, beat.run, isStale)
      if (beat.isStepped && !isTrial) await beginStepping(session)
      if (!isStale()) update({ app: 'ready', openedIn: performance.now() - start })
    } catch (cause) {
      if (!isStale()) update({ app: 'failed', trouble: toFailure('talk', cause).message })
      throw cause
    }
  }
  const goTo = async (index: number) => {
    const beat = clamp(index)
    const begun = state.get().begun ?? (beat > 0 ? Date.now() : null)
    update({ beat, begun, isBlank: false })
    await open(beat).catch(() => undefined) // The state says what failed.
  }
  return {
    talk,
    get: state.get,
    subscribe: state.subscribe,
    starter: () => partsOf(state.get().beat).starter,
    goTo,
    async move(by) {
      const beat = clamp(state.get().beat + by)
      if (beat !== state.get().beat) await goTo(beat)
    },
    reset: () => open(state.get().beat).catch(() => undefined),
    step: () => stepOn(session),
    setBlank: (isBlank) => update({ isBlank }),
    toggleTimer: () => update({ begun: state.get().begun === null ? Date.now() : null }),
    async tryBeat(index) {
      update({ beat: index })
      try {
        await open(index, true)
        await checkShown(session, partsOf(index).beat)
        return null
      } catch (cause) {
        return toFailure('talk', cause).message
      }
    },
  }
}

async function bringTo(session: PlaygroundSession, starter: Starter): Promise<void> {
  if (session.status.get().engine !== 'running') {
    session.workspace.carry(starter, starter.files)
    // A talk has the playground, whichever tab had it before.
    return session.start({ takeOver: true })
  }
  session.dismissFailure()
  await session.setStepping(false)
  if (session.status.get().clockAhead !== 0) await session.setClock(0)
  await session.clearJar()
  await session.clearTrace()
  session.clearConsole()
  await session.carry(starter, starter.files)
}

async function beginStepping(session: PlaygroundSession): Promise<void> {
  // A start is done before its first page is: only a page that is there can be loaded again.
  await waitForText(session, '')
  await session.clearTrace()
  await session.setStepping(true)
  // Not awaited: its page is there when the presenter has let all its requests go.
  session.move('reload').catch(() => undefined)
}

async function stepOn(session: PlaygroundSession): Promise<void> {
  const { engine, stepping } = session.status.get()
  if (engine !== 'running') return
  if (!stepping.isOn) return beginStepping(session)
  await (stepping.held.length > 0 ? session.step('hop') : session.setStepping(false))
}

async function checkShown(session: PlaygroundSession, { shows, path }: Beat): Promise<void> {
  const text = shows ?? ''
  if (await waitForText(session, text)) return
  const message = text === '' ? `${path} did not open.` : `The app does not show “${text}”.`
  throw new FailureError(createFailure('talk', 'deadline', message))
}
