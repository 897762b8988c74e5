import { defineChecks } from '../../../playground/lessons/define-checks.ts'

export const checks = defineChecks([
  {
    name: 'Person 1 and person 2 are two people',
    async run({ page }) {
      await page.open('/people/1')
      await page.see('Ada Osei')
      await page.open('/people/2')
      await page.see('Alma Lindqvist')
    },
  },
  {
    name: 'FastAPI is asked for the number in the address',
    async run({ http, trace, fail }) {
      const { exchange } = await http.next('/people/3')
      const [call] = trace.calls([exchange])
      const where = exchange && {
        type: 'exchange' as const,
        id: exchange.id,
        text: 'GET /people/3',
      }
      const asked = call ? new URL(call['url.full']).pathname : 'no question to FastAPI'
      if (asked !== '/api/people/3')
        fail({ expected: 'Next to ask for /api/people/3', got: asked, where })
    },
  },
])
