// Which line of the learner's called `fetch`. The call is noted where it is made: Next's own fetch waits before it asks,
// and the lines are gone from the stack by then. The stack is read, and its maps made, when the page had its answer.
import { AsyncLocalStorage } from '../platform/async-local-storage.ts'
import type { CodePlace } from '../../wire/learner-error.ts'

export interface FetchCall {
  readonly number: number
  /** Its stack; V8 writes it out when it is first read. */
  readonly error: Error
}

export interface FetchCallsHost {
  /** A stack with the learner's own lines in it; null before the app is there. */
  locate(stack: string): Promise<CodePlace | null>
  tell(call: number, code: CodePlace): void
}

/** An edit is on the screen by then. */
const DELAY_MS = 500

const current = new AsyncLocalStorage<FetchCall>()
let count = 0

/** The call that is being answered now. */
export function currentFetchCall(): FetchCall | null {
  return current.getStore() ?? null
}

/** `fetch`, as it is and as anybody (Next) replaces it, with each call noted. */
export function noteFetchCalls(): void {
  let noted = note(globalThis.fetch)
  Object.defineProperty(globalThis, 'fetch', {
    configurable: true,
    enumerable: true,
    get: () => noted,
    set: (replacement: typeof fetch) => {
      noted = note(replacement)
    },
  })
}

/** A proxy: Next keeps marks of its own on its fetch. */
function note(target: typeof fetch): typeof fetch {
  return new Proxy(target, {
    apply: (called, self, values) => {
      const ask = () => Reflect.apply(called, self, values)
      // What Next replaced is noted too: the outer call counts.
      if (current.getStore()) return ask()
      return current.run({ number: (count += 1), error: new Error('fetch was called') }, ask)
    },
  })
}

export function tellPlaceLater(call: FetchCall, host: FetchCallsHost): void {
  setTimeout(() => {
    host.locate(call.error.stack ?? '').then(
      (code) => code && host.tell(call.number, code),
      // The wire shows the request without its line.
      (cause: unknown) => console.debug(cause),
    )
  }, DELAY_MS)
}
