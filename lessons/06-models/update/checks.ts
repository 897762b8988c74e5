import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { changeAda, expectRefused, whereAsked } from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'What a new person may not have, a changed one may not have either',
    freshDatabase: true,
    async run(tools) {
      const wrong = { email: 'ada@example..com', title: '', team: 'nobody' }
      for (const [field, value] of Object.entries(wrong)) {
        const answer = await changeAda(tools.http, { [field]: value })
        expectRefused(tools, answer, field, `${field} = ${JSON.stringify(value)}`)
      }
    },
  },
  {
    name: 'Nothing may be null',
    freshDatabase: true,
    async run(tools) {
      for (const field of ['name', 'email', 'title', 'team', 'about']) {
        const answer = await changeAda(tools.http, { [field]: null })
        expectRefused(tools, answer, field, `${field} = null`)
      }
    },
  },
  {
    name: 'A field that does not exist is no success',
    freshDatabase: true,
    async run(tools) {
      const answer = await changeAda(tools.http, { nmae: 'Ada' })
      expectRefused(tools, answer, 'nmae', 'a field called nmae')
    },
  },
  {
    name: 'One field alone can be changed, and the others stay',
    freshDatabase: true,
    async run({ http, equal }) {
      const answer = await changeAda(http, { title: 'Head of Everything' })
      const where = whereAsked(answer, 'PATCH /api/people/1')
      equal('the status', { expected: 200, got: answer.status }, where)
      const { name, email, title } = JSON.parse(answer.body)
      equal(
        'Ada after it',
        {
          expected: ['Ada Osei', 'ada.osei@example.com', 'Head of Everything'],
          got: [name, email, title],
        },
        where,
      )
    },
  },
])
