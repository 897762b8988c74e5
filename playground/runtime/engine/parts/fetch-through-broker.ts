// The automation's requests: opened on the site's port to the broker, so they cross the wire like any other.
import { withContentLength } from '../../wire/headers.ts'
import { FASTAPI_ORIGIN, NEXT_ORIGIN } from '../../wire/message.ts'
import { askOver, readBody } from '../../wire/request-port.ts'
import type { EngineRequest, EngineResponse } from '../engine.ts'

/** Milliseconds. Longer than the broker's own deadline, whose page says more. */
const DEADLINE = 60_000

export async function fetchThroughBroker(
  broker: MessagePort,
  request: EngineRequest,
): Promise<EngineResponse> {
  const origin = request.host === 'frontend' ? NEXT_ORIGIN : FASTAPI_ORIGIN
  const deadline = AbortSignal.timeout(DEADLINE)
  const answer = await askOver(broker, {
    method: request.method,
    url: new URL(request.path, origin).href,
    headers: withContentLength(request.headers, request.method, request.body),
    body: request.body,
    browser: null,
    signal: request.signal ? AbortSignal.any([request.signal, deadline]) : deadline,
  })
  return { status: answer.status, headers: answer.headers, body: await readBody(answer.body) }
}
