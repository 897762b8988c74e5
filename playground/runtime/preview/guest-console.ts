// What the learner's page writes to its console, copied as text to the site's console pane. The browser's own
// console keeps the original, objects and all.
import type { ConsoleLevel } from '../wire/console-line.ts'
import { formatConsole } from './format-console.ts'
import type { GuestEvent } from './guest.ts'

const LEVELS: readonly ConsoleLevel[] = ['debug', 'log', 'info', 'warn', 'error']

export function reportConsole(emit: GuestEvent): void {
  for (const level of LEVELS) {
    const original = console[level].bind(console)
    console[level] = (...values: unknown[]) => {
      original(...values)
      const text = formatConsole(values)
      emit('console', { source: 'browser', level, text, time: Date.now(), place: null })
    }
  }
}
