// Fills and empties the cache of one origin and says what is in it. Runs in a page of that origin; the service worker of
// a new version uses `keepWish` alone. It knows no network state and no other origin.
import { addWish, cacheName, forgetEverything, setRehearsing } from './kept-caches.ts'
import { keepFile, sayWhenFull } from './keep-file.ts'
import {
  addressOf,
  filesOf,
  KEPT_GROUPS,
  type KeptFile,
  type KeptGroup,
  type KeptManifest,
  type Wish,
} from './manifest.ts'

export interface GroupSize {
  readonly name: KeptGroup
  /** Of all its files, on the disk. */
  readonly bytes: number
  /** Of those that are kept. */
  readonly kept: number
  /** What keeping the rest takes over the network. */
  readonly download: number
}

export interface KeepOptions {
  readonly signal: AbortSignal
  /** Waited for before each file: idle time, for what nobody asked for. */
  readonly pause?: () => Promise<unknown>
  readonly onKept?: (file: KeptFile) => void
}

export interface Keeper {
  look(): Promise<readonly GroupSize[]>
  keep(wish: Wish, options: KeepOptions): Promise<void>
  remove(): Promise<void>
  rehearse(isOn: boolean): Promise<void>
}

/** Files at a time: most are small, and each costs the way to the server. */
const LANES = 4

export function createKeeper(manifest: KeptManifest): Keeper {
  return {
    async look() {
      const kept = await readKept(manifest)
      return KEPT_GROUPS.map((name) => measure(name, filesOf(manifest, name), kept))
    },
    async keep(wish, options) {
      await sayWhenFull(() => addWish(wish))
      await keepWish(manifest, wish, options)
    },
    remove: forgetEverything,
    rehearse: setRehearsing,
  }
}

export async function keepWish(
  manifest: KeptManifest,
  wish: Wish,
  { signal, pause, onKept }: KeepOptions,
): Promise<void> {
  const kept = await readKept(manifest)
  const missing = filesOf(manifest, wish).filter((file) => !kept.has(addressOf(file)))
  if (missing.length === 0) return
  const cache = await caches.open(cacheName(manifest))
  const waiting = missing.toReversed()
  const runLane = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      await pause?.()
      signal.throwIfAborted()
      await sayWhenFull(() => keepFile(cache, manifest, file, signal))
      onKept?.(file)
    }
  }
  // In idle time one by one. A lane that fails leaves the others their file, and no more.
  const lanes = Array.from({ length: pause ? 1 : LANES }, () =>
    runLane().catch((cause: unknown) => {
      waiting.length = 0
      throw cause
    }),
  )
  const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}

/** Addresses. */
async function readKept(manifest: KeptManifest): Promise<ReadonlySet<string>> {
  if (!(await caches.has(cacheName(manifest)))) return new Set()
  const cache = await caches.open(cacheName(manifest))
  return new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
}

function measure(
  name: KeptGroup,
  files: readonly KeptFile[],
  kept: ReadonlySet<string>,
): GroupSize {
  const missing = files.filter((file) => !kept.has(addressOf(file)))
  const bytes = sum(files, 'bytes')
  return { name, bytes, kept: bytes - sum(missing, 'bytes'), download: sum(missing, 'download') }
}

function sum(files: readonly KeptFile[], what: 'bytes' | 'download'): number {
  return files.reduce((total, file) => total + file[what], 0)
}
