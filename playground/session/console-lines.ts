// What all parts printed: oldest first, at most 1,000 lines. Runs on the site's page.
import type { ConsoleLine } from '../runtime/wire/console-line.ts'
import { createReadable, type Readable } from '../runtime/workspace/readable.ts'
import type { NumberedLine } from './session.ts'

export const LINE_LIMIT = 1000
const BATCH_MS = 24

export interface ConsoleLines extends Readable<readonly NumberedLine[]> {
  add(line: ConsoleLine): void
  clear(): void
}

export function createConsoleLines(): ConsoleLines {
  const shown = createReadable<readonly NumberedLine[]>([])
  let waiting: NumberedLine[] = []
  let timer: ReturnType<typeof setTimeout> | null = null
  let count = 0
  const publish = () => {
    timer = null
    shown.set([...shown.get(), ...waiting].slice(-LINE_LIMIT))
    waiting = []
  }
  return {
    get: shown.get,
    subscribe: shown.subscribe,
    add(line) {
      waiting.push({ ...line, id: ++count })
      if (waiting.length > LINE_LIMIT) waiting = waiting.slice(-LINE_LIMIT)
      timer ??= setTimeout(publish, BATCH_MS)
    },
    clear() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      waiting = []
      shown.set([])
    },
  }
}
