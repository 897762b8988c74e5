import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { expectNoWinner } from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'The raffle has a page',
    async run({ http, equal }) {
      const { status, exchange } = await http.next('/raffle')
      equal(
        'the status of /raffle',
        { expected: 200, got: status },
        exchange && { type: 'exchange', id: exchange.id, text: 'GET /raffle' },
      )
    },
  },
  {
    name: 'Tickets are counted in words',
    async run({ page }) {
      await page.open('/raffle')
      await page.see('You have 0 tickets.')
      await page.click('button', 'Take a ticket')
      await page.see('You have 1 ticket.')
      await page.click('button', 'Take a ticket')
      await page.see('You have 2 tickets.')
    },
  },
  {
    name: 'Still nothing that it sends names the winner',
    run: expectNoWinner,
  },
])
