import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { createPerson } from '../ask.ts'

const REFUSAL = 'Somebody here has this address already.'

export const checks = defineChecks([
  {
    name: 'An address that is taken is refused with 409, and the field is named',
    freshDatabase: true,
    async run({ http, equal }) {
      const { status, body, exchange } = await createPerson(http, 'ada.osei@example.com')
      const { fields } = JSON.parse(body)
      equal(
        'the answer for ada.osei@example.com',
        { expected: { status: 409, fields: { email: REFUSAL } }, got: { status, fields } },
        exchange && { type: 'exchange', id: exchange.id, text: 'POST /api/people' },
      )
    },
  },
  {
    name: 'Changing somebody to that address is refused as well',
    freshDatabase: true,
    async run({ http, equal }) {
      const { status, exchange } = await http.fastapi('/api/people/2', {
        method: 'PATCH',
        json: { email: 'ada.osei@example.com' },
      })
      equal(
        'the status of the change',
        { expected: 409, got: status },
        exchange && { type: 'exchange', id: exchange.id, text: 'PATCH /api/people/2' },
      )
    },
  },
  {
    name: 'The form says it at the field',
    freshDatabase: true,
    async run({ page }) {
      await page.open('/people/new')
      await page.fill('Name', 'Grace Hopper')
      await page.fill('E-mail', 'ada.osei@example.com')
      await page.fill('Title', 'Rear Admiral')
      await page.fill('Team', 'engineering')
      await page.click('button', 'Add to the directory')
      await page.seeError('E-mail', REFUSAL)
    },
  },
])
