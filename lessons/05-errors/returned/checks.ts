import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { REFUSAL, saveTakenAddress, saveTitle, TAKEN } from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'An address that is taken is said at its field, and what was typed stays',
    async run({ page }) {
      await saveTakenAddress(page)
      await page.seeError('E-mail', REFUSAL)
      await page.seeValue('E-mail', TAKEN)
      await page.seeValue('Title', 'Head of Everything')
    },
  },
  {
    name: 'Nobody is told where FastAPI is',
    async run({ withoutScripts }) {
      await saveTakenAddress(withoutScripts)
      await withoutScripts.see(REFUSAL)
      await withoutScripts.notSee('localhost:8000')
    },
  },
  {
    name: 'When FastAPI breaks, a sentence says so, and what was typed stays',
    freshDatabase: true,
    async run({ page, sql }) {
      await page.open('/people/1/edit')
      await page.fill('Title', 'Head of Everything')
      // No date, so FastAPI cannot read the row any more.
      await sql.rows("update people set created_at = 'never' where id = 1")
      await page.click('button', 'Save')
      await page.see('Something went wrong on the server.')
      await page.notSee('PATCH')
      await page.seeValue('Title', 'Head of Everything')
    },
  },
  {
    name: 'A change without a mistake is saved and shown',
    freshDatabase: true,
    async run({ page }) {
      await saveTitle(page, 'Head of Everything')
      await page.seeAddress('/people/1?notice=saved')
      await page.see('Head of Everything')
    },
  },
])
