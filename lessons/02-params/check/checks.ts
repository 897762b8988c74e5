import { defineChecks, type Where } from '../../../playground/lessons/define-checks.ts'

const NOBODY = ['/people/ada', '/people/1.5', '/people/0x1', '/people/-1']

export const checks = defineChecks([
  {
    name: 'An address that names nobody answers 404',
    async run({ http, equal }) {
      for (const path of [...NOBODY, '/people/999']) {
        const { status, exchange } = await http.next(path)
        const where: Where | null = exchange && {
          type: 'exchange',
          id: exchange.id,
          text: `GET ${path}`,
        }
        equal(`the status of ${path}`, { expected: 404, got: status }, where)
      }
    },
  },
  {
    name: 'Its page says so in words',
    async run({ page }) {
      await page.open('/people/ada')
      await page.see('Nobody here by that number')
    },
  },
  {
    name: 'FastAPI is not asked about what cannot be an id',
    async run({ http, trace, fail }) {
      for (const path of NOBODY) {
        const { exchange } = await http.next(path)
        const [call] = trace.calls([exchange])
        if (call)
          fail({
            expected: `no question to FastAPI for ${path}`,
            got: `${call['http.request.method']} ${new URL(call['url.full']).pathname}`,
            where: { type: 'exchange', id: call.exchange, text: `GET ${path}` },
          })
      }
    },
  },
  {
    name: 'People who are there still have their page',
    async run({ page }) {
      await page.open('/people/12')
      await page.see('Hana Sato')
    },
  },
])
