// The way of edits to the engine: what is typed within 80 ms goes together, and nothing overlaps. While one write is
// under way the next collects. Runs on the site's page; it does not know the engine, only two functions of it.
import type { WrittenReport } from '../runtime/engine/engine.ts'
import type { FileChanges, FileContent, Files } from '../runtime/wire/files.ts'

export const WRITE_DELAY_MS = 80

export interface Replacement {
  readonly files: Files
  readonly starter: string | null
  /** What the app shows then. */
  readonly path?: string
}

export interface WriteQueueOptions {
  readonly write: (changes: FileChanges) => Promise<WrittenReport>
  readonly replace: (replacement: Replacement) => Promise<WrittenReport>
  /** A write that nobody waits for has failed. */
  readonly onFailure: (cause: unknown) => void
}

export interface WriteQueue {
  push(changes: FileChanges): void
  /** Drops what waits: the whole workspace goes instead. */
  replace(replacement: Replacement): void
  /** Sends what waits at once; resolves with the last report when nothing is under way, null when there was none. */
  settle(): Promise<WrittenReport | null>
  /** While held, changes collect and nothing is sent: the engine is starting. */
  hold(): void
  release(): void
  /** Forgets what waits. */
  drop(): void
}

export function createWriteQueue(options: WriteQueueOptions): WriteQueue {
  let changes: Record<string, FileContent | null> = {}
  let replacement: Replacement | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let running: Promise<WrittenReport | null> | null = null
  let held = false

  const hasWork = () => replacement !== null || Object.keys(changes).length > 0
  const cancelTimer = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  const sendOnce = async (): Promise<WrittenReport> => {
    const whole = replacement
    replacement = null
    if (whole) return options.replace(whole)
    const part = changes
    changes = {}
    return options.write(part)
  }
  const drain = async (): Promise<WrittenReport | null> => {
    let last: WrittenReport | null = null
    while (hasWork() && !held) last = await sendOnce()
    return last
  }
  const run = (): Promise<WrittenReport | null> => {
    cancelTimer()
    if (held) return Promise.resolve(null)
    running ??= drain().finally(() => (running = null))
    return running
  }
  const runSoon = (delay: number) => {
    if (held || running) return
    cancelTimer()
    timer = setTimeout(() => void run().catch(options.onFailure), delay)
  }
  return {
    push(more) {
      Object.assign(changes, more)
      runSoon(WRITE_DELAY_MS)
    },
    replace(whole) {
      changes = {}
      replacement = whole
      runSoon(0)
    },
    settle: run,
    hold() {
      held = true
      cancelTimer()
    },
    release() {
      held = false
      if (hasWork()) runSoon(0)
    },
    drop() {
      cancelTimer()
      changes = {}
      replacement = null
    },
  }
}
