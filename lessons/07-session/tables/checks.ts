import { defineChecks } from '../../../playground/lessons/define-checks.ts'

export const checks = defineChecks([
  {
    name: 'FastAPI answers with the people',
    freshDatabase: true,
    async run({ http, equal }) {
      const { status, body, exchange } = await http.fastapi('/api/people')
      const where = exchange && {
        type: 'exchange' as const,
        id: exchange.id,
        text: 'GET /api/people',
      }
      equal('the status of /api/people', { expected: 200, got: status }, where)
      equal('how many there are', { expected: 23, got: JSON.parse(body).total }, where)
    },
  },
  {
    name: 'The page lists them',
    async run({ page }) {
      await page.open('/')
      await page.see('23 people in all')
      await page.see('Ada Osei')
    },
  },
])
