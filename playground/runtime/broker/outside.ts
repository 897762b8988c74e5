// Requests to hosts that are not ours: they really leave, by the browser's own fetch, or are refused with a
// sentence. Runs in the broker's worker. The browser's own CORS rules hold here, with the real origin; a real Node
// or Python server has no such rules, which the sentence on a failed request says.
import { createFailure, FailureError } from '../wire/failure.ts'
import { toHeaderPairs } from '../wire/headers.ts'
import { readBody, type WireRequest, type WireResponse } from '../wire/request-port.ts'

export type OutsidePolicy = 'leave' | 'refuse'

/** The browser writes these itself, or they describe our own wire: sent by us they would only force a preflight. */
const NOT_SENT: ReadonlySet<string> = new Set([
  'accept-language',
  'content-length',
  'cookie',
  'host',
  'origin',
  'referer',
  'traceparent',
  'user-agent',
])

export function createOutside(
  fetchReally: typeof fetch,
  policy: OutsidePolicy,
): (request: WireRequest) => Promise<WireResponse> {
  return async (request) => {
    const { host } = new URL(request.url)
    if (policy === 'refuse') {
      const message = `Requests to ${host} are switched off: this playground stays on your machine.`
      throw new FailureError(createFailure('outside', 'refused-host', message))
    }
    const body = request.body === null ? null : new Uint8Array(await readBody(request.body))
    const headers = request.headers.filter(
      ([name]) => !NOT_SENT.has(name.toLowerCase()) && !name.toLowerCase().startsWith('sec-'),
    )
    const options: RequestInit = {
      method: request.method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      body,
      credentials: 'omit',
      redirect: request.browser?.redirect === 'error' ? 'error' : 'follow',
      signal: request.signal,
    }
    try {
      const answer = await fetchReally(request.url, options)
      const { status, statusText } = answer
      return { status, statusText, headers: toHeaderPairs(answer.headers), body: answer.body }
    } catch (cause) {
      if (request.signal.aborted) throw request.signal.reason
      const message =
        `${host} did not answer, or does not allow requests from browsers (CORS). ` +
        'A server on a real machine has no such rule.'
      throw new FailureError(createFailure('outside', 'refused-host', message, String(cause)))
    }
  }
}
