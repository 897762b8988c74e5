import { defineChecks } from '../../../playground/lessons/define-checks.ts'

export const checks = defineChecks([
  {
    name: 'The browser’s tab shows the person’s name',
    async run({ page }) {
      await page.open('/people/1')
      await page.see('Ada Osei')
      await page.seeTitle('Ada Osei · Directory')
      await page.open('/people/2')
      await page.seeTitle('Alma Lindqvist · Directory')
    },
  },
  {
    name: 'One page asks FastAPI once',
    async run({ http, trace, fail }) {
      const { exchange } = await http.next('/people/1')
      const calls = trace.calls([exchange])
      const [first] = calls
      if (calls.length !== 1)
        fail({
          expected: 'one question to FastAPI for /people/1',
          got: `${calls.length}`,
          where: first ? { type: 'exchange', id: first.exchange, text: 'GET /people/1' } : null,
        })
    },
  },
  {
    name: 'Nobody’s page is still a 404',
    async run({ http, equal }) {
      for (const path of ['/people/ada', '/people/999']) {
        const { status, exchange } = await http.next(path)
        const where = exchange && {
          type: 'exchange' as const,
          id: exchange.id,
          text: `GET ${path}`,
        }
        equal(`the status of ${path}`, { expected: 404, got: status }, where)
      }
    },
  },
])
