import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { expectNoWinner } from '../ask.ts'

export const checks = defineChecks([
  {
    name: '“Take two” takes two',
    async run({ page }) {
      await page.open('/raffle')
      await page.click('button', 'Take two')
      await page.see('You have 2 tickets.')
    },
  },
  {
    name: 'One, and two, and one are four',
    async run({ page }) {
      await page.open('/raffle')
      await page.click('button', 'Take a ticket')
      await page.see('You have 1 ticket.')
      await page.click('button', 'Take two')
      await page.see('You have 3 tickets.')
      await page.click('button', 'Take a ticket')
      await page.see('You have 4 tickets.')
    },
  },
  {
    name: 'Still nothing that it sends names the winner',
    run: expectNoWinner,
  },
])
