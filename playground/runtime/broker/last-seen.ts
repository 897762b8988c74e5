// The sentence of a 504: which part did not answer, and how far the request got. Runs anywhere.
import { createFailure, type Failure } from '../wire/failure.ts'
import type { Hop, HttpHop } from '../wire/hop.ts'
import type { Clock } from './clock.ts'
import { nameOf } from './route.ts'
import type { Trace } from './trace.ts'

interface Observed {
  readonly trace: Trace
  readonly clock: Clock
}

export function describeDeadline({ trace, clock }: Observed, hop: HttpHop): Failure {
  const seconds = Math.round((clock.now() - hop.startTime) / 100) / 10
  const last = trace.openHops(hop.exchange).at(-1) ?? hop
  const message =
    `No answer from ${nameOf(hop.to)} after ${seconds} s. ` +
    `The last thing seen on the wire was ${describeHop(last)}.`
  return createFailure(hop.to, 'deadline', message)
}

function describeHop(hop: Hop): string {
  const way = `${nameOf(hop.from)} → ${nameOf(hop.to)}`
  const state = hop.endTime === null ? 'not answered' : 'answered'
  if (hop.type === 'sql') return `${way}, ${state}`
  const { pathname, search } = new URL(hop['url.full'])
  return `${way} ${hop['http.request.method']} ${pathname}${search}, ${state}`
}
