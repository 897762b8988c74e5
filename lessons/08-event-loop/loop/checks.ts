import { defineChecks } from '../../../playground/lessons/define-checks.ts'

export const checks = defineChecks([
  {
    name: 'Six who ask for the statistics do not stop the event loop',
    async run({ http, equal }) {
      // As the page /six does: together, so that they are on their way at once.
      const answers = await Promise.all(Array.from({ length: 6 }, () => http.fastapi('/api/stats')))
      for (const { headers, exchange } of answers) {
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
    name: 'The page says so too',
    async run({ page }) {
      await page.open('/six')
      await page.see('The event loop stood still for 0.0 s.')
    },
  },
  {
    name: 'The statistics are right',
    async run({ http, equal }) {
      const { status, body, exchange } = await http.fastapi('/api/stats')
      const counted: { readonly people?: number; readonly notes?: number } = JSON.parse(body)
      equal(
        'the answer',
        {
          expected: { status: 200, people: 2, notes: 12 },
          got: { status, people: counted.people ?? null, notes: counted.notes ?? null },
        },
        exchange && { type: 'exchange', id: exchange.id, text: 'GET /api/stats' },
      )
    },
  },
])
