// What is kept on this device for later without a network: both origins as one. The site's pages, its pane in the docs and
// the presenter's "Get ready" all hold this. Runs on the site's page; no React, and small, because every page loads it.
import { isRehearsing } from '../runtime/kept/kept-caches.ts'
import { createKeeper, type GroupSize } from '../runtime/kept/keeper.ts'
import type { GroupKept } from '../runtime/kept/keep-offer.ts'
import type { KeptGroup } from '../runtime/kept/manifest.ts'
import { untilIdle } from '../runtime/kept/until-idle.ts'
import { createFailure, FailureError, toFailure, type Failure } from '../runtime/wire/failure.ts'
import { createReadable, type Readable } from '../runtime/workspace/readable.ts'
import { createKeepFrame } from './keep-frame.ts'
import { addKept, joinSizes, NO_SIZES } from './sizes.ts'
import { openSiteWorker, type SiteWorker } from './site-worker.ts'

export type { KeptGroup, GroupSize }

export interface OfflineState {
  /** Bytes on this device, of all groups. */
  readonly kept: number
  /** What they would be with everything kept; 0 until somebody looked. */
  readonly total: number
  readonly groups: readonly GroupSize[]
  readonly doing: 'nothing' | 'looking' | 'keeping' | 'removing'
  /** Why something is not kept: the last one, until the next try. */
  readonly failure: Failure | null
  /** It is taken by `takeNewVersion`, or when every tab of the site was closed. */
  readonly isNewVersionReady: boolean
  readonly isRehearsing: boolean
}

export interface Offline {
  readonly state: Readable<OfflineState>
  /** Counts what is kept on both origins. What fails is in the state. */
  look(): Promise<void>
  /** Resolves when the group, or one lesson by its slug, is kept; rejects with FailureError. Somebody waits for it. */
  keep(wish: KeptGroup | string): Promise<void>
  /** In idle time, for what nobody asked for: all that is read, what runs it, and a lesson by its slug. Never rejects. */
  keepByItself(options: ByItself): Promise<void>
  /** Nothing is kept any more, and nothing by itself from now on, until `keep`. */
  remove(): Promise<void>
  /** On: both service workers answer only from what is kept and refuse the network, until off. Rejects when it cannot. */
  rehearse(isOn: boolean): Promise<void>
  /** Tells in the state when a new version is there. */
  watch(): void
  /** Reloads the page into the new version; answers with the number of other tabs that are in the way. */
  takeNewVersion(): Promise<number>
}

export interface ByItself {
  readonly lesson: string | null
  readonly signal: AbortSignal
}

let offline: Offline | null = null

/** One for the page. Nothing happens before it is asked for something. */
export function openOffline(): Offline {
  offline ??= createOffline()
  return offline
}

/** Milliseconds: an hour, for a slow network and everything. */
const KEEP_DEADLINE = 3_600_000
const CALL = { deadline: 20_000, stage: 'keep' }
const KEEP_NOTHING = 'both-ends-keep-nothing'

function createOffline(): Offline {
  const state = createReadable<OfflineState>({
    ...NO_SIZES,
    doing: 'nothing',
    failure: null,
    isNewVersionReady: false,
    isRehearsing: false,
  })
  const update = (change: Partial<OfflineState>) => state.set({ ...state.get(), ...change })
  const onKept = (kept: GroupKept) => update(addKept(state.get(), kept))
  const sides = createSides(onKept, () => update({ isNewVersionReady: true }))
  const inTurn = createTurns(update)
  /** How often everything was removed: what waited for its turn then is not wanted any more. */
  let removals = 0
  /** Something is kept that nobody asked for: it makes way for what somebody does. */
  let isByItself = false
  const look = async () => {
    update(joinSizes(await sides.look()))
    update({ isRehearsing: await isRehearsing() })
  }
  return {
    state,
    look: () => inTurn('looking', look).catch(() => undefined),
    keep(wish) {
      localStorage.removeItem(KEEP_NOTHING)
      if (isByItself) sides.stop()
      return inTurn('keeping', async () => {
        await look()
        await sides.keep(wish, true)
      })
    },
    async keepByItself({ lesson, signal }) {
      if (localStorage.getItem(KEEP_NOTHING) !== null || isSavingTraffic()) return
      const wishes = [...(lesson === null ? [] : [lesson]), 'site', 'engines']
      const before = removals
      const keepAll = async () => {
        for (const wish of wishes)
          if (!signal.aborted && removals === before) await sides.keep(wish, false)
      }
      signal.addEventListener('abort', sides.stop, { once: true })
      // Who did not ask is not told, but for the state, and finds every button free.
      isByItself = true
      await inTurn('nothing', keepAll).catch(() => undefined)
      isByItself = false
      signal.removeEventListener('abort', sides.stop)
    },
    remove() {
      removals += 1
      localStorage.setItem(KEEP_NOTHING, 'yes')
      sides.stop()
      return inTurn('removing', async () => {
        await sides.remove()
        await look()
      })
    },
    async rehearse(isOn) {
      await sides.rehearse(isOn).catch((cause: unknown) => {
        const failure = toFailure('keep', cause)
        update({ failure })
        throw new FailureError(failure)
      })
      update({ isRehearsing: isOn })
    },
    watch: () => void sides.open().catch(() => undefined),
    takeNewVersion: async () => (await sides.open()).takeNewVersion(),
  }
}

/** One thing at a time; what fails is in the state, and thrown. */
function createTurns(update: (change: Partial<OfflineState>) => void) {
  let before: Promise<unknown> = Promise.resolve()
  return (doing: OfflineState['doing'], run: () => Promise<void>): Promise<void> => {
    const mine = before.then(async () => {
      update({ doing, failure: null })
      try {
        await run()
      } catch (cause) {
        const failure = toFailure('keep', cause)
        if (failure.code !== 'stopped') update({ failure })
        throw new FailureError(failure)
      } finally {
        update({ doing: 'nothing' })
      }
    })
    before = mine.catch(() => undefined)
    return mine
  }
}

/** The site's side and the preview's, as one. */
function createSides(onKept: (kept: GroupKept) => void, onNewVersion: () => void) {
  const preview = createKeepFrame(onKept)
  let keeping = new AbortController()
  let opening: Promise<SiteWorker> | null = null
  const open = (): Promise<SiteWorker> => {
    opening ??= openSiteWorker(onNewVersion)
    return opening
  }
  const openKeeper = async () => createKeeper((await open()).findManifest())
  return {
    open,
    async look() {
      const site = await openKeeper()
      const there = await preview.use((port) => port.call('look', null, CALL))
      return [await site.look(), there]
    },
    async keep(wish: string, hurry: boolean): Promise<void> {
      const site = await openKeeper()
      const { signal } = keeping
      await site.keep(wish, { signal, onKept, ...(!hurry && { pause: untilIdle }) })
      signal.throwIfAborted()
      const options = { ...CALL, deadline: KEEP_DEADLINE }
      await preview.use((port) => port.call('keep', { wish, hurry }, options))
    },
    async remove() {
      const site = await openKeeper()
      await site.remove()
      await preview.use((port) => port.call('remove', null, CALL))
    },
    async rehearse(isOn: boolean) {
      const site = await openKeeper()
      await preview.use((port) => port.call('rehearse', { isOn }, CALL))
      await site.rehearse(isOn)
    },
    stop() {
      const reason = createFailure('keep', 'stopped', 'Keeping was stopped.')
      keeping.abort(new FailureError(reason))
      keeping = new AbortController()
      preview.stop()
    },
  }
}

/** The reader or the network asks for little traffic. Firefox and WebKit do not say. */
function isSavingTraffic(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection')
  if (typeof connection !== 'object' || connection === null) return false
  const speed: unknown = Reflect.get(connection, 'effectiveType')
  return Reflect.get(connection, 'saveData') === true || speed === '2g' || speed === 'slow-2g'
}
