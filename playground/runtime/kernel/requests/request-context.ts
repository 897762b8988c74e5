// Which request of the app the running code belongs to. Server-side fetch reads it, so that a hop gets its parent.
import { AsyncLocalStorage } from '../platform/async-local-storage.ts'

export interface RequestContext {
  /** The request's own `traceparent`, or null. */
  readonly traceParent: string | null
  /** Aborted when the asker goes away. */
  readonly signal: AbortSignal
}

export const requestContext = new AsyncLocalStorage<RequestContext>()
