import { defineChecks } from '../../../playground/lessons/define-checks.ts'

export const checks = defineChecks([
  {
    name: 'Nobody’s page answers 404',
    async run({ http, equal }) {
      for (const path of ['/people/999', '/people/ada']) {
        const { status, exchange } = await http.next(path)
        equal(
          `the status of ${path}`,
          { expected: 404, got: status },
          exchange && { type: 'exchange', id: exchange.id, text: `GET ${path}` },
        )
      }
    },
  },
  {
    name: 'And says so in words',
    async run({ page }) {
      await page.open('/people/999')
      await page.see('Nobody here by that number')
    },
  },
  {
    name: 'Who is there has a page, with status 200',
    async run({ http, page, equal }) {
      const { status } = await http.next('/people/1')
      equal('the status of /people/1', { expected: 200, got: status })
      await page.open('/people/1')
      await page.see('Ada Osei')
    },
  },
])
