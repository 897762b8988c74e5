import { defineChecks, type HttpTool } from '../../../playground/lessons/define-checks.ts'

/** As the page /six does: together, so that they are on their way at once. */
function askSix(http: HttpTool) {
  return Promise.all(Array.from({ length: 6 }, () => http.fastapi('/api/stats')))
}

export const checks = defineChecks([
  {
    name: 'Six who ask for the statistics do not stop the event loop',
    async run({ http, equal }) {
      for (const { headers, exchange } of await askSix(http)) {
        const stood = headers.find(([name]) => name.toLowerCase() === 'x-loop-stood-still')
        equal(
          'how long the event loop stood still for one of six',
          { expected: '0.0 s', got: stood?.[1] ?? 'no such header' },
          exchange && { type: 'exchange', id: exchange.id, text: 'GET /api/stats' },
        )
      }
    },
  },
  {
    name: 'All six get the statistics',
    async run({ http, equal }) {
      for (const { status, body, exchange } of await askSix(http)) {
        const where = exchange && {
          type: 'exchange' as const,
          id: exchange.id,
          text: 'GET /api/stats',
        }
        equal('the status', { expected: 200, got: status }, where)
        const { people, notes }: { readonly people: number; readonly notes: number } =
          JSON.parse(body)
        equal(
          'the statistics',
          { expected: { people: 2, notes: 12 }, got: { people, notes } },
          where,
        )
      }
    },
  },
])
