// Requests of a check's own: they cross the wire like any other, and are in the trace.
import type { End } from '../../runtime/engine/engine.ts'
import { hasHeader, type HeaderPair } from '../../runtime/wire/headers.ts'
import { createExchangeId, createHopId, formatTraceParent } from '../../runtime/wire/hop.ts'
import type { CheckSession } from './check-session.ts'
import type { Answer, HttpTool, Question, TraceTool } from './check-tools.ts'

export function createHttpTool(session: Pick<CheckSession, 'fetch'>, trace: TraceTool): HttpTool {
  const ask = async (host: End, path: string, question: Question): Promise<Answer> => {
    const sent: { answer: Awaited<ReturnType<CheckSession['fetch']>> | null } = {
      answer: null,
    }
    // The preview may ask for the same address at the same time: the exchange is told by its name.
    const exchange = createExchangeId()
    const parent = formatTraceParent({ exchange, hop: createHopId() })
    const exchanges = await trace.during(async () => {
      sent.answer = await session.fetch({
        host,
        method: question.method ?? (question.json === undefined ? 'GET' : 'POST'),
        path,
        headers: [...headersOf(question), ['traceparent', parent]],
        body: bodyOf(question),
      })
    })
    if (!sent.answer) throw new Error('No answer came.')
    const { status, headers, body } = sent.answer
    const own = exchanges.find(({ id }) => id === exchange) ?? null
    return { status, headers, body: new TextDecoder().decode(body), exchange: own }
  }
  return {
    next: (path, question = {}) => ask('frontend', path, question),
    fastapi: (path, question = {}) => ask('backend', path, question),
  }
}

function headersOf({ headers = [], cookies = {}, json }: Question): readonly HeaderPair[] {
  const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${value}`)
  return [
    ...headers,
    ...(json === undefined ? [] : [['content-type', 'application/json'] as const]),
    // Empty is none: without the header the preview's jar would take part.
    ...(hasHeader(headers, 'cookie') ? [] : [['cookie', pairs.join('; ')] as const]),
  ]
}

function bodyOf({ json, body }: Question): Uint8Array | null {
  return json === undefined ? (body ?? null) : new TextEncoder().encode(JSON.stringify(json))
}
