// Errors nobody caught in the learner's page, for the site. The page and its own overlay still get them.
import { stackText } from '../wire/stack-text.ts'
import type { GuestEvent } from './guest.ts'

export function reportErrors(emit: GuestEvent): void {
  const report = (cause: unknown, message: string) => {
    const stack = cause instanceof Error ? stackText(cause) : null
    emit('error', { end: 'next', message, place: null, codeFrame: null, stack })
    emit('console', {
      source: 'browser',
      level: 'error',
      text: stack ?? message,
      time: Date.now(),
      place: null,
    })
  }
  window.addEventListener('error', (event) => {
    if (event.message) report(event.error, event.message)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => {
    report(reason, reason instanceof Error ? reason.message : String(reason))
  })
}
