import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { askedAddresses, FREE, TAKEN } from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'Three quick changes are one question, about the last one',
    async run({ page, trace, equal }) {
      await page.open('/people/new')
      await page.fill('Name', 'Grace Hopper')
      const exchanges = await trace.during(async () => {
        await page.fill('E-mail', 'grace@example.c')
        await page.fill('E-mail', 'grace@example.co')
        await page.fill('E-mail', 'grace@example.com')
        await page.see(FREE)
      })
      const [exchange] = exchanges
      equal(
        'the addresses that were asked about',
        { expected: ['grace@example.com'], got: askedAddresses(exchanges) },
        exchange && { type: 'exchange', id: exchange.id, text: 'the first question' },
      )
    },
  },
  {
    name: 'The field still says what is free and what is taken',
    async run({ page }) {
      await page.open('/people/new')
      await page.fill('E-mail', 'grace@example.com')
      await page.see(FREE)
      await page.fill('E-mail', 'ada.osei@example.com')
      await page.see(TAKEN)
    },
  },
])
