// The first page opens while Python still starts, so that people see it early. The app's own time limit may end its
// question to FastAPI before there is one: such a page has to be opened again. Runs on the page.
import type { Hop } from '../../wire/hop.ts'

/** `runningSince` in milliseconds since the epoch, null while the engine starts. */
export function judgeCut(hop: Hop, runningSince: number | null): 'no' | 'once it runs' | 'now' {
  const isCut =
    hop.type === 'http' && hop.from === 'next' && hop.to === 'fastapi' && hop.failure !== null
  if (!isCut) return 'no'
  if (runningSince === null) return 'once it runs'
  // Asked before, ended after: on a slow machine both happen in the same moment.
  return hop.startTime < runningSince ? 'now' : 'no'
}
