// What a page leaves for the next one when an engine needs another page: the database, which no reload would keep, and
// whether the app ran. Runs on the site's page. Taken once; files and progress are kept by others.
import { createStore, get, set, del } from 'idb-keyval'

export interface Carried {
  readonly database: Uint8Array | null
  readonly isRunning: boolean
}

interface Stored extends Carried {
  /** Of the page that left it: a lesson's database is nothing to another lesson. */
  readonly page: string
}

const KEY = 'for-the-next-page'
const store = () => createStore('both-ends.carried', 'carried')

/** Rejects where the browser keeps nothing, as in some private windows. */
export async function leaveForNextPage(page: string, carried: Carried): Promise<void> {
  await set(KEY, { ...carried, page } satisfies Stored, store())
}

export async function takeFromLastPage(page: string): Promise<Carried | null> {
  const kept = store()
  const found = await get<Stored>(KEY, kept)
  if (found === undefined) return null
  await del(KEY, kept)
  return found.page === page ? found : null
}
