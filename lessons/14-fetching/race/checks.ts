import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { FREE, pauseTyping, TAKEN } from '../ask.ts'

/** Milliseconds: longer than the pause that the field waits for, shorter than the slow line. */
const A_PAUSE = 700
/** Longer than the slow line. */
const A_LONG_PAUSE = 2_000

export const checks = defineChecks([
  {
    name: 'A slow answer never stands beside another address',
    async run({ page }) {
      await page.open('/people/new')
      await page.fill('E-mail', 'ada.osei@example.com')
      await pauseTyping(A_PAUSE)
      await page.fill('E-mail', 'ada.osei@example.org')
      await page.see(FREE)
      await pauseTyping(A_LONG_PAUSE)
      await page.see(FREE)
      await page.notSee(TAKEN)
    },
  },
  {
    name: 'Nothing is said about an address that is half typed',
    async run({ page }) {
      await page.open('/people/new')
      await page.fill('E-mail', 'grace@example.com')
      await page.see(FREE)
      await page.fill('E-mail', 'grace@')
      await page.notSee(FREE)
    },
  },
  {
    name: 'The slow answer is shown when it is the one that was asked for',
    async run({ page }) {
      await page.open('/people/new')
      await page.fill('E-mail', 'ada.osei@example.com')
      await page.see(TAKEN)
    },
  },
])
