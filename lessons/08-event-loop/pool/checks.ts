import { defineChecks } from '../../../playground/lessons/define-checks.ts'

export const checks = defineChecks([
  {
    name: 'Twelve letters at once are all sent',
    async run({ http, equal }) {
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => http.fastapi('/letters', { method: 'POST' })),
      )
      equal(
        'how many of twelve were answered with 200',
        { expected: 12, got: answers.filter(({ status }) => status === 200).length },
        { type: 'dock', tab: 'console' },
      )
    },
  },
  {
    name: 'Afterwards the database answers',
    async run({ http, equal }) {
      for (const path of ['/ready', '/api/stats']) {
        const { status, exchange } = await http.fastapi(path)
        equal(
          `the status of ${path}`,
          { expected: 200, got: status },
          exchange && { type: 'exchange', id: exchange.id, text: `GET ${path}` },
        )
      }
    },
  },
])
