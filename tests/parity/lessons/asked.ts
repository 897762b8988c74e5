// What a check asked over HTTP on one side, in order, as the comparison needs it.
import type { CheckSession } from '../../../playground/lessons/checks/check-session.ts'
import type { HeaderPairs } from '../../../playground/runtime/wire/headers.ts'
import type { Answer, Ask } from '../exchange.ts'

export interface Asked {
  readonly ask: Ask
  readonly answer: Promise<Answer>
}

export interface Recorder {
  readonly asked: Asked[]
  readonly fetch: CheckSession['fetch']
}

/** The session's `fetch` over any way to ask, with everything kept. */
export function recordAsked(send: (ask: Ask) => Promise<Answer>): Recorder {
  const asked: Asked[] = []
  return {
    asked,
    async fetch({ host, method, path, headers, body }) {
      const text = body === null ? null : new TextDecoder().decode(body)
      const ask: Ask = { host, method, path, headers, ...(text === null ? {} : { body: text }) }
      const answer = send(ask)
      asked.push({ ask, answer })
      const { status, headers: answered, body: said } = await answer
      return { status, headers: answered, body: new TextEncoder().encode(said) }
    },
  }
}

/** A `Cookie` header without anything in it is none. */
export function withoutEmptyCookie(headers: HeaderPairs = []): HeaderPairs {
  return headers.filter(([name, value]) => name.toLowerCase() !== 'cookie' || value !== '')
}
