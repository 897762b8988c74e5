import { defineChecks, type CheckTools } from '../../../playground/lessons/define-checks.ts'

async function send({ page }: CheckTools, email: string): Promise<void> {
  await page.open('/people/new')
  await page.fill('Name', 'Grace Hopper')
  await page.fill('E-mail', email)
  await page.fill('Title', 'Rear Admiral')
  await page.fill('Team', 'engineering')
  await page.click('button', 'Add to the directory')
}

const TAKEN = 'ada.osei@example.com'
/** The field's hint says the same while somebody types; what counts is what the answer of the action says. */
const REFUSAL = 'Somebody here has this address already.'

export const checks = defineChecks([
  {
    name: 'An address that is taken is said at its field',
    async run(tools) {
      await send(tools, TAKEN)
      await tools.page.seeError('E-mail', REFUSAL)
    },
  },
  {
    name: 'What was typed stays',
    async run(tools) {
      await send(tools, TAKEN)
      await tools.page.seeError('E-mail', REFUSAL)
      await tools.page.seeValue('Name', 'Grace Hopper')
      await tools.page.seeValue('E-mail', TAKEN)
      await tools.page.seeValue('Team', 'engineering')
    },
  },
  {
    name: 'A free address is stored once, and its person is shown',
    freshDatabase: true,
    async run(tools) {
      await send(tools, 'grace@example.com')
      await tools.page.seeAddress('/people/24')
      await tools.page.see('Rear Admiral')
      const rows = await tools.sql.rows("select name from people where email = 'grace@example.com'")
      tools.equal(
        'the rows with grace@example.com',
        { expected: [['Grace Hopper']], got: rows },
        { type: 'dock', tab: 'data' },
      )
    },
  },
])
