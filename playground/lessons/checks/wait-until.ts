// Waits for what a page has not shown yet. Runs on the site's page.

/** Milliseconds. A page of the playground answers within 300; a slow machine needs more. */
const PATIENCE = 6_000
const PAUSE = 80

/** When there is nothing left to wait for: the answer stays the same, and nothing is under way that could change it. */
export interface Rest {
  /** Milliseconds without a change. */
  readonly after: number
  /** Asked when that time has passed; true begins it anew. */
  isBusy(): Promise<boolean>
}

export interface Waiting {
  /** Milliseconds. */
  readonly patience?: number
  /** Aborted when nobody waits for the check any more. */
  readonly signal?: AbortSignal
  /** Without it, the patience alone ends the wait. */
  readonly rest?: Rest
}

/** The last answer of `look`: the first that `isThere` accepts, or the one at rest or at the end of the patience. */
export async function waitUntil<Value>(
  look: () => Promise<Value>,
  isThere: (value: Value) => boolean,
  { patience = PATIENCE, signal, rest }: Waiting = {},
): Promise<Value> {
  const end = performance.now() + patience
  const isAtRest = createRestWatch(rest)
  for (;;) {
    signal?.throwIfAborted()
    // A page that is being left takes its port with it: the next one will answer.
    const seen = await look().catch((cause: unknown) => {
      if (performance.now() > end) throw cause
      return null
    })
    if (seen !== null && (isThere(seen) || performance.now() > end)) return seen
    if ((await isAtRest(seen)) && seen !== null) return seen
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

function createRestWatch(rest: Rest | undefined): (seen: unknown) => Promise<boolean> {
  let last: string | null = null
  let since = performance.now()
  return async (seen) => {
    if (!rest || seen === null) {
      last = null
      return false
    }
    const text = JSON.stringify(seen)
    const isSame = text === last
    last = text
    if (!isSame) since = performance.now()
    if (performance.now() - since < rest.after) return false
    if (!(await rest.isBusy())) return true
    since = performance.now()
    return false
  }
}
