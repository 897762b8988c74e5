import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { expectNoWinner } from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'Nothing that the raffle sends names the winner',
    run: expectNoWinner,
  },
  {
    name: 'The cheat finds nobody',
    async run({ page }) {
      await page.open('/raffle/cheat')
      await page.see('Nobody’s name is in it.')
    },
  },
  {
    name: 'The page still says what it said',
    async run({ page }) {
      await page.open('/raffle')
      await page.see('A week of the good coffee machine')
      await page.see('The winner is drawn.')
    },
  },
  {
    name: 'Tickets can still be taken',
    async run({ page }) {
      await page.open('/raffle')
      await page.click('button', 'Take a ticket')
      await page.see('You have 1 ticket.')
      await page.click('button', 'Take a ticket')
      await page.see('You have 2 tickets.')
    },
  },
])
