import { defineChecks } from '../../../playground/lessons/define-checks.ts'

/** No date: FastAPI cannot read the row, and answers 500. */
const BREAK = "update people set created_at = 'never' where id = 2"
const MEND = "update people set created_at = '2026-01-21 09:00:00.000000' where id = 2"

export const checks = defineChecks([
  {
    name: 'When FastAPI breaks, the page says so, and the rest of it stays',
    freshDatabase: true,
    async run({ page, sql }) {
      await sql.rows(BREAK)
      await page.open('/people/2')
      await page.see('That did not work')
      await page.see('Add a person')
    },
  },
  {
    name: 'When FastAPI is well again, “Try again” shows the person',
    freshDatabase: true,
    async run({ page, sql }) {
      await sql.rows(BREAK)
      await page.open('/people/2')
      await page.see('That did not work')
      await sql.rows(MEND)
      await page.click('button', 'Try again')
      await page.see('Alma Lindqvist')
      await page.seeAddress('/people/2')
    },
  },
])
