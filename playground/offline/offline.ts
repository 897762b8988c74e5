// What is kept on this device for later without a network: both origins as one. The site's pages, its pane in the docs and
// the presenter's "Get ready" all hold this. Runs on the site's page; no React, and small, because every page loads it.
import { createKeeper, type GroupSize, type Keeper } from '../runtime/kept/keeper.ts'
import type { KeptGroup } from '../runtime/kept/manifest.ts'
import { untilIdle } from '../runtime/kept/until-idle.ts'
import { FailureError, toFailure, type Failure } from '../runtime/wire/failure.ts'
import { createReadable, type Readable } from '../runtime/workspace/readable.ts'
import { createKeepFrame, type KeepFrame } from './keep-frame.ts'
import { joinSizes, NO_SIZES } from './sizes.ts'
import { openSiteWorker, type SiteWorker } from './site-worker.ts'

export type { KeptGroup, GroupSize }

export interface OfflineState {
  /** Bytes on this device, of all groups. */
  readonly kept: number
  /** What they would be with everything kept. */
  readonly total: number
  readonly groups: readonly GroupSize[]
  readonly doing: 'opening' | 'nothing' | 'keeping' | 'removing'
  /** Why something is not kept: the last one, until the next try. */
  readonly failure: Failure | null
  /** It is taken by `takeNewVersion`, or when every tab of the site was closed. */
  readonly isNewVersionReady: boolean
  readonly isRehearsing: boolean
}

export interface Offline {
  readonly state: Readable<OfflineState>
  /** Resolves when the group, or one lesson by its slug, is kept; rejects with FailureError. Somebody waits for it. */
  keep(wish: KeptGroup | string): Promise<void>
  /** In idle time, for what nobody asked for: all that is read, what runs it, and a lesson by its slug. Never rejects. */
  keepByItself(options: {
    readonly lesson: string | null
    readonly signal: AbortSignal
  }): Promise<void>
  /** Nothing is kept any more, and nothing by itself from now on, until `keep`. */
  remove(): Promise<void>
  /** On: both service workers answer only from what is kept and refuse the network, until off. Rejects when it cannot. */
  rehearse(isOn: boolean): Promise<void>
  /** Reloads the page into the new version; answers with the number of other tabs that are in the way. */
  takeNewVersion(): Promise<number>
}

let offline: Offline | null = null

/** One for the page. Its state is `opening` until both origins were asked. */
export function openOffline(): Offline {
  offline ??= createOffline()
  return offline
}

/** Milliseconds: an hour, for a slow network and everything. */
const KEEP_DEADLINE = 3_600_000
const LOOK_DEADLINE = 20_000
const NOT_BY_ITSELF = 'both-ends-keep-nothing'

interface Sides {
  readonly worker: SiteWorker
  readonly site: Keeper
  readonly preview: KeepFrame
}

function createOffline(): Offline {
  const state = createReadable<OfflineState>({
    ...NO_SIZES,
    doing: 'opening',
    failure: null,
    isNewVersionReady: false,
    isRehearsing: false,
  })
  const update = (change: Partial<OfflineState>) => state.set({ ...state.get(), ...change })
  const onKept = ({
    group,
    bytes,
    download,
  }: {
    group: KeptGroup
    bytes: number
    download: number
  }) => {
    const groups = state
      .get()
      .groups.map((size) =>
        size.name === group
          ? { ...size, kept: size.kept + bytes, download: size.download - download }
          : size,
      )
    update(joinSizes([groups]))
  }
  const preview = createKeepFrame(onKept)
  let keeping = new AbortController()

  const open = async (): Promise<Sides> => {
    const worker = await openSiteWorker(() => update({ isNewVersionReady: true }))
    return { worker, site: createKeeper(worker.manifest), preview }
  }
  const sides = open()
  const look = async () => {
    const { site } = await sides
    const there = await preview.use((port) =>
      port.call('look', null, { deadline: LOOK_DEADLINE, stage: 'keep' }),
    )
    update(joinSizes([await site.look(), there]))
  }
  /** One thing at a time; what fails is in the state, and thrown. */
  let before: Promise<unknown> = Promise.resolve()
  const work = (doing: OfflineState['doing'], run: () => Promise<void>): Promise<void> => {
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
  const keepNow = async (wish: string, hurry: boolean): Promise<void> => {
    const { site } = await sides
    const { signal } = keeping
    await site.keep(wish, { signal, onKept, ...(!hurry && { pause: untilIdle }) })
    signal.throwIfAborted()
    await preview.use((port) =>
      port.call('keep', { wish, hurry }, { deadline: KEEP_DEADLINE, stage: 'keep' }),
    )
  }
  const stop = () => {
    keeping.abort(new FailureError(stopped()))
    keeping = new AbortController()
    preview.stop()
  }
  void work('opening', async () => {
    await look()
    update({ isRehearsing: await (await sides).worker.isRehearsing() })
  }).catch(() => undefined)

  return {
    state,
    keep: (wish) => {
      localStorage.removeItem(NOT_BY_ITSELF)
      return work('keeping', () => keepNow(wish, true))
    },
    async keepByItself({ lesson, signal }) {
      if (localStorage.getItem(NOT_BY_ITSELF) !== null || isSavingTraffic()) return
      const wishes = [...(lesson === null ? [] : [lesson]), 'site', 'engines']
      const keepAll = async () => {
        for (const wish of wishes) if (!signal.aborted) await keepNow(wish, false)
      }
      signal.addEventListener('abort', stop, { once: true })
      // Who did not ask is not told, but for the state.
      await work('keeping', keepAll).catch(() => undefined)
      signal.removeEventListener('abort', stop)
    },
    remove() {
      localStorage.setItem(NOT_BY_ITSELF, 'yes')
      stop()
      return work('removing', async () => {
        const { site } = await sides
        await site.remove()
        await preview.use((port) =>
          port.call('remove', null, { deadline: LOOK_DEADLINE, stage: 'keep' }),
        )
        await look()
      })
    },
    async rehearse(isOn) {
      const { site } = await sides
      await preview.use((port) =>
        port.call('rehearse', { isOn }, { deadline: LOOK_DEADLINE, stage: 'keep' }),
      )
      await site.rehearse(isOn)
      update({ isRehearsing: isOn })
    },
    takeNewVersion: async () => (await sides).worker.takeNewVersion(),
  }
}

function stopped(): Failure {
  return { stage: 'keep', code: 'stopped', message: 'Keeping was stopped.', next: '' }
}

/** The reader or the network asks for little traffic. Firefox and WebKit do not say. */
function isSavingTraffic(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection')
  if (typeof connection !== 'object' || connection === null) return false
  const speed: unknown = Reflect.get(connection, 'effectiveType')
  return Reflect.get(connection, 'saveData') === true || speed === '2g' || speed === 'slow-2g'
}
