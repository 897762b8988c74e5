// Waits for what a page has not shown yet. Runs on the site's page.

/** Milliseconds. A page of the playground answers within 300; a slow machine needs more. */
const PATIENCE = 6_000
const PAUSE = 80

export interface Waiting {
  /** Milliseconds. */
  readonly patience?: number
  /** Aborted when nobody waits for the check any more. */
  readonly signal?: AbortSignal
}

/** The last answer of `look`, which is the first that `isThere` accepts, or the one at the end of the patience. */
export async function waitUntil<Value>(
  look: () => Promise<Value>,
  isThere: (value: Value) => boolean,
  { patience = PATIENCE, signal }: Waiting = {},
): Promise<Value> {
  const end = performance.now() + patience
  for (;;) {
    signal?.throwIfAborted()
    // A page that is being left takes its port with it: the next one will answer.
    const seen = await look().catch((cause: unknown) => {
      if (performance.now() > end) throw cause
      return null
    })
    if (seen !== null && (isThere(seen) || performance.now() > end)) return seen
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}
