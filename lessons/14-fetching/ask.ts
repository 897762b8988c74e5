// What the checks of both steps ask: which addresses the page wanted to know about, and what it says about one.
import type { CheckTools } from '../../playground/lessons/define-checks.ts'

export const FREE = 'This address is free.'
export const TAKEN = 'Somebody here has this address already.'

type Exchanges = Awaited<ReturnType<CheckTools['trace']['during']>>

export function askedAddresses(exchanges: Exchanges): readonly (string | null)[] {
  return exchanges
    .flatMap(({ hops }) => hops)
    .filter((hop) => hop.type === 'http' && hop.to === 'next')
    .map((hop) => (hop.type === 'http' ? new URL(hop['url.full']) : null))
    .filter((url) => url?.pathname === '/api/email-availability')
    .map((url) => url?.searchParams.get('email') ?? null)
}

/** A person stops typing. */
export function pauseTyping(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
