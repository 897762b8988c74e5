import { defineChecks, type CheckTools } from '../../../playground/lessons/define-checks.ts'

async function sendWrongAddress({ page }: CheckTools): Promise<void> {
  await page.open('/people/new')
  await page.fill('Name', 'Grace Hopper')
  await page.fill('E-mail', 'grace@')
  await page.fill('Title', 'Rear Admiral')
  await page.fill('Team', 'engineering')
  await page.fill('About', 'Found the first bug.')
  await page.click('button', 'Add to the directory')
  await page.see('Please enter an address')
}

export const checks = defineChecks([
  {
    name: 'A wrong address is said at its field',
    async run(tools) {
      await sendWrongAddress(tools)
      const [field] = await tools.page.find({ role: 'field', name: 'E-mail' })
      tools.equal('the e-mail field is marked as wrong', {
        expected: true,
        got: field?.invalid ?? null,
      })
    },
  },
  {
    name: 'What was typed stays',
    async run(tools) {
      await sendWrongAddress(tools)
      await tools.page.seeValue('Name', 'Grace Hopper')
      await tools.page.seeValue('E-mail', 'grace@')
      await tools.page.seeValue('Title', 'Rear Admiral')
      await tools.page.seeValue('About', 'Found the first bug.')
    },
  },
  {
    name: 'The chosen team stays chosen',
    async run(tools) {
      await sendWrongAddress(tools)
      await tools.page.seeValue('Team', 'engineering')
    },
  },
])
