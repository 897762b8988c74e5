// Saves the draft half a second after the last edit, and at once when the page goes away. Runs on the site's page.
// It knows when, not where: the store is given (draft.ts).
import type { SaveState } from './workspace.ts'
import type { DraftStore } from './draft.ts'

export const SAVE_DELAY_MS = 500

export interface Saving {
  /** Something changed: save soon. */
  touch(): void
  /** Save now if anything waits. */
  flush(): void
}

export function createSaving(
  store: DraftStore,
  text: () => string,
  report: (state: SaveState) => void,
): Saving {
  let timer: ReturnType<typeof setTimeout> | null = null
  const flush = () => {
    if (timer === null) return
    clearTimeout(timer)
    timer = null
    try {
      store.write(text())
      report('saved')
    } catch {
      // Full, or refused by the browser's settings: the page says so and offers the zip.
      report('failed')
    }
  }
  return {
    flush,
    touch() {
      if (timer !== null) clearTimeout(timer)
      else report('unsaved')
      timer = setTimeout(flush, SAVE_DELAY_MS)
    },
  }
}
