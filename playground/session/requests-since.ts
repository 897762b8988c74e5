// The exchanges that requests began since a moment. From the broker, not from what the panes show: that is drawn a few
// times a second, so its newest row may be an older one still on its way.
import type { Exchange } from '../runtime/wire/hop.ts'
import type { PlaygroundSession } from './session.ts'

/** Begins now; the answer gives those since then, oldest first, each as it is at the time. */
export async function watchRequests(
  session: Pick<PlaygroundSession, 'trace'>,
): Promise<() => Promise<readonly Exchange[]>> {
  const before = new Set((await session.trace()).map(({ id }) => id))
  return async () =>
    (await session.trace()).filter((exchange) => !before.has(exchange.id) && isRequest(exchange))
}

/** Not what FastAPI runs by itself while it starts. */
function isRequest({ hops }: Exchange): boolean {
  return hops.some(({ type }) => type === 'http')
}
