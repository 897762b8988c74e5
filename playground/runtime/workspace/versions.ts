// Earlier versions of the files: the last 20, in IndexedDB, and in memory when the browser keeps nothing.
// Runs on the site's page. A version holds every file, so bringing one back needs no download.
import { createStore, get, set } from 'idb-keyval'
import type { Files } from '../wire/files.ts'
import type { Starter } from './starter.ts'
import type { Version } from './workspace.ts'

export const VERSION_LIMIT = 20

export interface KeptVersion extends Version {
  readonly from: Starter
  readonly files: Files
}

export interface VersionStore {
  /** Newest first; empty when nothing was kept or it cannot be read. */
  read(): Promise<readonly KeptVersion[]>
  /** Rejects when the browser does not keep it. */
  write(versions: readonly KeptVersion[]): Promise<void>
}

/** `key` keeps the versions of one workspace apart from those of another: a lesson has its own. */
export function createVersionStore(key: string): VersionStore {
  const store = createStore('both-ends', 'versions')
  return {
    async read() {
      const kept: unknown = await get(key, store)
      return Array.isArray(kept) ? kept.filter(isKeptVersion) : []
    },
    write: (versions) => set(key, versions, store),
  }
}

// Our own origin's database, written by this file alone: the shape is checked only as far as an older release could differ.
function isKeptVersion(value: unknown): value is KeptVersion {
  return (
    typeof value === 'object' &&
    value !== null &&
    'files' in value &&
    'from' in value &&
    'changedCount' in value
  )
}

export function toListedVersion({ id, time, starter, changedCount }: KeptVersion): Version {
  return { id, time, starter, changedCount }
}
