import { defineChecks, type PageTool } from '../../../playground/lessons/define-checks.ts'

async function send(page: PageTool, email: string): Promise<void> {
  await page.open('/people/new')
  await page.fill('Name', 'Grace Hopper')
  await page.fill('E-mail', email)
  await page.fill('Title', 'Rear Admiral')
  await page.fill('Team', 'engineering')
  await page.click('button', 'Add to the directory')
}

export const checks = defineChecks([
  {
    name: 'Without scripts, a new person is stored and shown',
    freshDatabase: true,
    async run({ withoutScripts, sql, equal }) {
      await send(withoutScripts, 'grace@example.com')
      await withoutScripts.seeAddress('/people/24')
      await withoutScripts.see('Rear Admiral')
      const rows = await sql.rows("select name from people where email = 'grace@example.com'")
      equal(
        'the rows with grace@example.com',
        { expected: [['Grace Hopper']], got: rows },
        { type: 'dock', tab: 'data' },
      )
    },
  },
  {
    name: 'Without scripts, a mistake is said and nothing typed is lost',
    async run({ withoutScripts }) {
      await send(withoutScripts, 'grace@')
      await withoutScripts.see('Please enter an address')
      await withoutScripts.seeValue('Name', 'Grace Hopper')
      await withoutScripts.seeValue('Team', 'engineering')
    },
  },
  {
    name: 'With scripts, the new person is shown too',
    freshDatabase: true,
    async run({ page }) {
      await send(page, 'grace@example.com')
      await page.seeAddress('/people/24')
      await page.see('Rear Admiral')
    },
  },
])
